"""Where the number of a party may lead a reader: never past a mask that he could see through by that way.

The rule is that of joining (docs/adr/0017-joining-by-masked-keys.md): what is seen as it is leads to what is
seen as it is; what is masked to what is masked alike, where neither was brought by the reader and the owners
see each other's data. Anything else would tell whose the masked number is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from data.access.roles import COMMAND_LINE, User
from data.audit_models.runs import run as run_of
from data.data_room.dataset_access import WHOLE_ACCESS
from data.schema import Dataset, Suspect
from data.warehouse import DatasetFacts, Version
from queries.audit_models.hits import SeenRun, closed_run, found_run
from queries.audit_models.model import Party
from queries.joining.sides import Side, is_brought_by, owners_see_all

_WHOLE = "whole"
_PERSON = "person"


@dataclass(frozen=True)
class Met:
    """How a reader meets the number of a party: behind which mask (None: as it is), and in which versions."""

    mask: str | None
    versions: tuple[Version, ...] = ()


def met_in_run(seen: SeenRun, party: Party) -> Met:
    """As the hits of a run show it to the reader of `seen`."""
    return Met(seen.masks.get(party.id), tuple(seen.versions.values()))


def met_in_suspect(connection: Connection, suspect_id: int, kind: str) -> Met:
    """As a suspect shows it to everybody: by the masks of what it was found in, whoever sees through them.

    Where no run found it nobody knows what was masked: persons are hidden then.
    """
    run_id = connection.scalar(select(Suspect.model_run_id).where(Suspect.suspect_id == suspect_id))
    try:
        facts = run_of(connection, -1 if run_id is None else run_id)
    except KeyError:
        return Met(_WHOLE if kind == _PERSON else None)
    seen = closed_run(found_run(connection, facts))
    masks = {
        seen.masks.get(each.id) for each in (seen.model.entity, *seen.model.parties) if each.kind == kind
    }
    versions = tuple(seen.versions.values())
    return Met(None if masks <= {None} else next(iter(masks)) if len(masks) == 1 else _WHOLE, versions)


def leads(connection: Connection, user: User, met: Met, to: Met) -> bool:
    """Whether the reader may be led from where he met a number to where it stands as well."""
    if user == COMMAND_LINE or (met.mask is None and to.mask is None):
        return True
    if met.mask != to.mask or met.mask == _WHOLE:
        return False
    return all(
        owners_see_all(connection, user, _side(connection, ours), _side(connection, theirs))
        for ours in met.versions
        for theirs in to.versions
        if ours.version_id != theirs.version_id
    )


def suspects_led_to(
    connection: Connection, user: User, met: Met, kind: str, suspect_ids: Sequence[int]
) -> tuple[int, ...]:
    """Those of the suspects that may be told to be about the same party, in their order.

    Suspects show everybody the same. What was found in rows that the reader brought, or sees as they are, has
    a number that he knows: it leads to no suspect whose number is hidden from everybody.
    """
    if user == COMMAND_LINE or (kind != _PERSON and met.mask is None):
        return tuple(suspect_ids)
    is_known = met.mask is None or any(is_brought_by(connection, user, each) for each in met.versions)
    if not is_known:
        return tuple(suspect_ids)
    return tuple(each for each in suspect_ids if met_in_suspect(connection, each, kind).mask is None)


def _side(connection: Connection, version: Version) -> Side:
    found = select(Dataset.__table__).where(Dataset.dataset_id == version.dataset_id)
    facts = DatasetFacts(**connection.execute(found).mappings().one())
    return Side(facts, version, WHOLE_ACCESS)
