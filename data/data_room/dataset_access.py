"""Who may read which dataset, and which of its columns are masked for whom.

A dataset belongs to its owner until it is shared: with an account, with the accounts bound to a section, or
with the members of a project. Who keeps the data room sees every dataset in the catalogue, and rows only like
everybody else. A state secret is read by its owner and its own project alone, whatever was shared before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, exists, or_, select

from data.access.roles import COMMAND_LINE, NotPermittedError, User, can
from data.duck import identifier
from data.geo.intake.columns import place_columns
from data.local_time import today_in_china
from data.schema import Account, Dataset, DatasetShare, ProjectMember, Staff
from data.warehouse import DatasetFacts, Version, relation_of
from data.warehouse.versions import ROW_NUMBER

READING, KEEPING, SECRET = "use-data", "keep-data-room", "secret"
_SHAPES = {"geometry", "geometry_as_brought"}  # see data/bringing/placing.py
_WHOLE = "whole"
_HIDDEN = "*"
# Shorter telephone numbers and identity numbers would be nearly whole with both ends shown.
_SHORTEST_WITH_ENDS = 10
_KEEP_FIRST, _KEEP_LAST = 3, 4


@dataclass(frozen=True)
class Access:
    """What a user may do with a dataset: see it in the catalogue, read its rows, read them without masks."""

    is_listed: bool
    may_read: bool
    is_unmasked: bool


NO_ACCESS = Access(is_listed=False, may_read=False, is_unmasked=False)
WHOLE_ACCESS = Access(is_listed=True, may_read=True, is_unmasked=True)


def access(connection: Connection, user: User, facts: DatasetFacts, day: date | None = None) -> Access:
    """What the user may do with the dataset on the day (today)."""
    return _accesses(connection, user, [facts], day)[facts.dataset_id]


def may_read(connection: Connection, user: User, dataset_id: int) -> bool:
    """Whether the user may read rows of the dataset today; False also where it is not there any more."""
    return access_to(connection, user, dataset_id).may_read


def access_to(connection: Connection, user: User, dataset_id: int) -> Access:
    """Like access(), by number."""
    rows = connection.execute(_present().where(Dataset.dataset_id == dataset_id)).mappings()
    facts = next((DatasetFacts(**row) for row in rows), None)
    return access(connection, user, facts) if facts else NO_ACCESS


def visible_datasets(connection: Connection, user: User) -> tuple[tuple[DatasetFacts, Access], ...]:
    """Datasets that the user may see in the catalogue, by name, each with what the user may do with it."""
    rows = connection.execute(_present().order_by(Dataset.name)).mappings()
    every = [DatasetFacts(**row) for row in rows]
    accesses = _accesses(connection, user, every, None)
    return tuple(
        (facts, accesses[facts.dataset_id]) for facts in every if accesses[facts.dataset_id].is_listed
    )


def readable_datasets(connection: Connection, user: User) -> tuple[tuple[DatasetFacts, Access], ...]:
    """Datasets whose rows the user may read, by name: what tests and SQL work on."""
    return tuple(entry for entry in visible_datasets(connection, user) if entry[1].may_read)


def _present() -> Select[*tuple[Any, ...]]:
    return select(*Dataset.__table__.columns).where(Dataset.removed_at.is_(None))


def _accesses(
    connection: Connection, user: User, every: list[DatasetFacts], day: date | None
) -> dict[int, Access]:
    if user == COMMAND_LINE:
        return {facts.dataset_id: WHOLE_ACCESS for facts in every}
    shares: dict[int, list[tuple[int | None, bool]]] = {}
    for row in connection.execute(_shares_for(user, day or today_in_china())):
        shares.setdefault(row.dataset_id, []).append((row.project_id, row.is_unmasked))
    is_reader, is_keeper = can(user, READING), can(user, KEEPING)
    found = {}
    for facts in every:
        counted = [
            is_unmasked
            for project_id, is_unmasked in shares.get(facts.dataset_id, [])
            if facts.classification != SECRET or (project_id is not None and project_id == facts.project_id)
        ]
        is_owner = facts.owner == user.user_name
        reads = is_reader and (is_owner or bool(counted))
        found[facts.dataset_id] = Access(
            reads or is_keeper or is_owner, reads, reads and (is_owner or any(counted))
        )
    return found


def _shares_for(user: User, day: date) -> Select[int, int | None, bool]:
    """Shares that reach the user: by account, by the section of the account, by a project on that day.

    An account belongs to the member of staff whose number it carries.
    """
    is_member = exists(
        select(ProjectMember.project_member_id)
        .join(Staff, Staff.staff_id == ProjectMember.staff_id)
        .join(Account, Account.staff_code == Staff.staff_code)
        .where(
            ProjectMember.project_id == DatasetShare.project_id,
            Account.user_name == user.user_name,
            or_(ProjectMember.from_date.is_(None), ProjectMember.from_date <= day),
            or_(ProjectMember.to_date.is_(None), ProjectMember.to_date >= day),
        )
    )
    reaches = [DatasetShare.user_name == user.user_name, is_member]
    if user.section_code is not None:
        reaches.append(DatasetShare.section_code == user.section_code)
    return select(DatasetShare.dataset_id, DatasetShare.project_id, DatasetShare.is_unmasked).where(
        DatasetShare.revoked_at.is_(None), or_(*reaches)
    )


def masks(version: Version, access: Access) -> Mapping[str, str]:
    """The masked columns of the version for that access: name → kind of mask (data/codes.py: COLUMN_MASK).

    What the dataset's owner decided is in the version already (data/warehouse/versions.py). Where coordinates
    are masked, so are the shapes that a version keeps of them.
    """
    if access.is_unmasked:
        return {}
    found = {column.name: column.mask for column in version.columns if column.mask}
    others = [column for column in version.columns if column.name not in _SHAPES]
    places = place_columns([column.name for column in others], [column.title for column in others])
    if places is not None and {places.x, places.y, places.wkt} & found.keys():
        found |= {column.name: _WHOLE for column in version.columns if column.name in _SHAPES - found.keys()}
    return found


def masked_select(version: Version, access: Access, *, is_numbered: bool = False) -> str:
    """SQL of the version's rows as that access may see them: what previews, tests, SQL and exports read.

    A masked column is text. Filters and sorting above it see the masked value only. `is_numbered` adds the
    number of each row as ROW_NUMBER. Raises NotPermittedError where rows may not be read at all, and
    WarehouseError where the files are gone.
    """
    if not access.may_read:
        raise NotPermittedError(READING)
    hidden = masks(version, access)
    rows = relation_of(version, is_numbered=is_numbered)
    if not hidden:
        return rows
    columns = masked_columns((column.name for column in version.columns), hidden)
    if is_numbered:
        columns.append(ROW_NUMBER)
    return f"select {', '.join(columns)} from ({rows})"


def masked_columns(names: Iterable[str], hidden: Mapping[str, str]) -> list[str]:
    """SQL of columns as they are seen: those of `hidden` (name → mask) through it, all under their names."""
    return [
        f"{mask_expression(identifier(name), hidden[name])} as {identifier(name)}"
        if name in hidden
        else identifier(name)
        for name in names
    ]


def mask_expression(column: str, mask: str) -> str:
    """DuckDB expression of a column as it is seen through its mask; `column` is quoted already.

    Identity numbers and telephones keep 3 signs at the front and 4 at the end, accounts the last 4, names the
    first. What is too short for that is hidden entirely. The number of signs stays, but for what is hidden
    as a whole.
    """
    value = f"cast({column} as varchar)"
    whole = f"repeat('{_HIDDEN}', length({value}))"
    match mask:
        case "identity" | "phone":
            shown = _KEEP_FIRST + _KEEP_LAST
            kept = (
                f"left({value}, {_KEEP_FIRST}) || repeat('{_HIDDEN}', length({value}) - {shown})"
                f" || right({value}, {_KEEP_LAST})"
            )
            return f"case when length({value}) >= {_SHORTEST_WITH_ENDS} then {kept} else {whole} end"
        case "account":
            kept = f"repeat('{_HIDDEN}', length({value}) - {_KEEP_LAST}) || right({value}, {_KEEP_LAST})"
            return f"case when length({value}) >= {2 * _KEEP_LAST} then {kept} else {whole} end"
        case "whole":  # not even its length
            return f"case when {column} is not null then '{_HIDDEN * 3}' end"
        case "name":
            return f"left({value}, 1) || repeat('{_HIDDEN}', greatest(length({value}) - 1, 1))"
    raise KeyError(mask)
