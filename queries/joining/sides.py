"""The two datasets that are compared, and whether a reader may compare them by these columns.

A key that is masked for the reader is matched as it is in the file and shown through its mask, but only where
nobody could guess it with a list of his own: see docs/adr/0017-joining-by-masked-keys.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from data.access.present_user import present_user
from data.access.roles import User
from data.data_room.dataset_access import Access, access, masks
from data.language import _
from data.warehouse import DatasetFacts, Version, versions
from queries.joining.key_forms import COMPARISONS

_WHOLE = "whole"


class JoinRefusedError(ValueError):
    """The datasets cannot be compared like that; the message says why, in the reader's language."""


@dataclass(frozen=True)
class Side:
    """One dataset at one version, as the reader has it."""

    facts: DatasetFacts
    version: Version
    access: Access

    @property
    def masks(self) -> dict[str, str]:
        """The columns that are masked for the reader, with their mask."""
        return dict(masks(self.version, self.access))


@dataclass(frozen=True)
class KeyPair:
    """Two columns whose values have to be the same under a comparison of COMPARISONS."""

    left: str
    right: str
    comparison: str = "exact"


def owners_see_all(connection: Connection, reader: User, left: Side, right: Side) -> bool:
    """Whether the owner of each dataset reads the other one without masks, and the reader brought neither.

    Who brought rows knows them, whoever owns them since: a list of guesses may have been given away.
    """
    if any(is_brought_by(connection, reader, side.version) for side in (left, right)):
        return False
    for owned, other in ((left, right), (right, left)):
        owner = present_user(connection, owned.facts.owner)
        if owned.facts.owner == other.facts.owner:
            continue
        if owner is None or not access(connection, owner, other.facts).is_unmasked:
            return False
    return True


def is_brought_by(connection: Connection, reader: User, version: Version) -> bool:
    """Whether the reader brought rows that the version has: he knows what stands in them."""
    return any(
        entry.loaded_by == reader.user_name and entry.folders[-1] in version.folders
        for entry in versions(connection, version.dataset_id)
    )


def fault_of(pair: KeyPair, left: Side, right: Side, *, is_trusted: bool) -> str | None:
    """Why the reader may not match these columns, in words; None where it is allowed.

    `is_trusted` is what owners_see_all() says.
    """
    if pair.comparison not in COMPARISONS:
        return _("There is no comparison {name}.").format(name=pair.comparison)
    for side, column in ((left, pair.left), (right, pair.right)):
        if column not in {entry.name for entry in side.version.columns}:
            return _("{dataset} has no column {column}.").format(dataset=side.facts.title, column=column)
    return _mask_fault(pair, left, right, is_trusted=is_trusted)


def _mask_fault(pair: KeyPair, left: Side, right: Side, *, is_trusted: bool) -> str | None:
    ours, theirs = left.masks.get(pair.left), right.masks.get(pair.right)
    if ours is None and theirs is None:
        return None
    if ours is None or theirs is None:
        return _(
            "{column} of {dataset} is masked for you and the other column is not: a list of numbers would "
            "tell what the mask hides. Ask the owner for a share without masks."
        ).format(column=pair.left if ours else pair.right, dataset=(left if ours else right).facts.title)
    if _WHOLE in {ours, theirs} or ours != theirs:
        return _(
            "{left} and {right} are hidden from you in different ways or entirely, and cannot be matched."
        ).format(left=pair.left, right=pair.right)
    if not is_trusted:
        return _(
            "Both columns are masked for you, and the two owners may not see each other's data in full. Ask "
            "them for a share without masks."
        )
    return None


def check_pairs(pairs: Sequence[KeyPair], left: Side, right: Side, *, is_trusted: bool) -> None:
    """Raise JoinRefusedError unless the reader may match all pairs, and there is one."""
    if not pairs:
        raise JoinRefusedError(_("Choose the columns by which the rows are matched."))
    for pair in pairs:
        if (fault := fault_of(pair, left, right, is_trusted=is_trusted)) is not None:
            raise JoinRefusedError(fault)
