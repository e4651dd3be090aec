"""A person, company or unit, wherever it turns up: in suspects, in the newest runs, in datasets.

The number that tells it from others stays here: a reader gets the name as it is masked for everybody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
from sqlalchemy import Connection, select

from data.access.roles import NotPermittedError, User
from data.audit_models.runs import RunFacts
from data.data_room.dataset_access import Access, masked_select, readable_datasets
from data.dataset_types import DatasetColumn, dataset_types
from data.duck import identifier, open_duck
from data.schema import SuspectParty
from data.warehouse import DatasetFacts, Version, WarehouseError, newest, relation_of
from data.warehouse.versions import ROW_NUMBER
from queries.audit_models.comparing import hits_of
from queries.audit_models.hits import HIT, SeenRun, hit, open_hits, seen_run
from queries.audit_models.library import last_runs
from queries.audit_models.model import Party

_NUMBER = re.compile(r"[0-9A-Z]{15,18}")
_NAMED_KINDS = {"company", "unit"}
_CODE_COLUMNS = {"tender": "tender_code", "contract": "contract_code", "project": "project_code"}
MOST_ROWS = 200
MOST_HITS = 20


@dataclass(frozen=True)
class FoundParty:
    """Whom a page is about. `party_id` is the number, or the name where there is none: never shown."""

    kind: str
    party_id: str
    name: str

    @property
    def has_number(self) -> bool:
        """Whether it is known by a number and not by its name alone."""
        return _NUMBER.fullmatch(self.party_id.upper()) is not None


@dataclass(frozen=True)
class PartyHits:
    """Hits of a run that touch the party: at most MOST_HITS numbers of `count`."""

    seen: SeenRun
    numbers: tuple[int, ...]
    count: int


@dataclass(frozen=True)
class PartyRows:
    """A dataset that has rows of the party, and the columns where it was found."""

    facts: DatasetFacts
    version: Version
    access: Access
    columns: tuple[str, ...]  # those that hold it in some row
    count: int


def party_of_suspect(connection: Connection, suspect_party_id: int) -> tuple[FoundParty, int] | None:
    """The party of that number and the suspect it was registered with; None where there is none."""
    row = connection.execute(
        select(SuspectParty.__table__).where(SuspectParty.suspect_party_id == suspect_party_id)
    ).first()
    if row is None:
        return None
    return FoundParty(row.kind, row.party_id, _name(row.kind, row.name, row.party_id)), int(row.suspect_id)


def parties_of_hit(seen: SeenRun, number: int) -> tuple[FoundParty, ...]:
    """Whom a hit touches, the entity first. Raises KeyError."""
    raw, shown = hit(seen, number, is_masked=False), hit(seen, number)
    found: dict[tuple[str, str], FoundParty] = {}
    for party in (seen.model.entity, *seen.model.parties):
        if raw[party.id] not in {None, ""}:
            each = _found(party, str(raw[party.id]), shown[party.name], shown[party.id])
            found.setdefault((each.kind, each.party_id), each)
    return tuple(found.values())


def _found(party: Party, party_id: str, name: object, masked_id: object) -> FoundParty:
    return FoundParty(party.kind, party_id, str(name or masked_id or ""))


def suspects_with(connection: Connection, party: FoundParty) -> tuple[int, ...]:
    """Numbers of all suspects that touch it, the newest first, whoever may see them."""
    rows = connection.scalars(
        select(SuspectParty.suspect_id)
        .where(SuspectParty.kind == party.kind, SuspectParty.party_id == party.party_id)
        .order_by(SuspectParty.suspect_id.desc())
    )
    return tuple(dict.fromkeys(rows))


def hits_with(connection: Connection, user: User, party: FoundParty) -> tuple[PartyHits, ...]:
    """The newest run of each model that has hits on it, as far as the reader may read the data of the run."""
    found = []
    for facts in sorted(last_runs(connection).values(), key=lambda run: run.model_code):
        each = _hits(connection, user, facts, party)
        if each is not None and each.count:
            found.append(each)
    return tuple(found)


def _hits(connection: Connection, user: User, facts: RunFacts, party: FoundParty) -> PartyHits | None:
    try:
        seen = seen_run(connection, user, facts)
        columns = {each.id for each in (seen.model.entity, *seen.model.parties) if each.kind == party.kind}
        if not columns:
            return None
        same = " or ".join(f"cast({identifier(name)} as varchar) = $party" for name in sorted(columns))
        sql = f"select {HIT} from ({hits_of(facts)}) where {same} order by {HIT}"
        with open_hits(seen) as duck:
            numbers = [number for (number,) in duck.execute(sql, {"party": party.party_id}).fetchall()]
    except (NotPermittedError, WarehouseError):
        return None
    return PartyHits(seen, tuple(numbers[:MOST_HITS]), len(numbers))


def datasets_with(connection: Connection, user: User, party: FoundParty) -> tuple[PartyRows, ...]:
    """Datasets that the user may read with rows of the party, the most rows first.

    Looked for in columns of numbers by its number; a tender, contract or project in those of its code; a
    company or unit without a number by its name.
    """
    found = []
    for facts, access in readable_datasets(connection, user):
        of_type = dataset_types().get(facts.dataset_type)
        version = newest(connection, facts.dataset_id) if of_type else None
        if of_type is None or version is None:
            continue
        there = {column.name.lower() for column in version.columns}
        columns = tuple(
            column.name for column in of_type.columns if column.name in there and _may_hold(column, party)
        )
        if not columns:
            continue
        count, *holding = _counts(version, columns, party)
        if count:
            held = tuple(name for name, rows in zip(columns, holding, strict=True) if rows)
            found.append(PartyRows(facts, version, access, held, count))
    return tuple(sorted(found, key=lambda each: -each.count))


def _may_hold(column: DatasetColumn, party: FoundParty) -> bool:
    if party.kind in _CODE_COLUMNS:
        return column.name == _CODE_COLUMNS[party.kind]
    if party.has_number:
        return column.format is not None
    return party.kind in _NAMED_KINDS and column.name.endswith("_name")


def rows_with(each: PartyRows, party: FoundParty) -> list[tuple[object, ...]]:
    """At most MOST_ROWS rows of the party: the row's number, then the columns of the version, masked."""
    numbered = relation_of(each.version, is_numbered=True)
    numbers = f"select {ROW_NUMBER} from ({numbered}) where {_same(each.columns)}"
    names = ", ".join(identifier(column.name) for column in each.version.columns)
    sql = (
        f"select {ROW_NUMBER}, {names} from ({masked_select(each.version, each.access, is_numbered=True)})"
        f" where {ROW_NUMBER} in ({numbers}) order by {ROW_NUMBER} limit {MOST_ROWS}"
    )
    with open_duck() as duck:
        return duck.execute(sql, {"party": party.party_id}).fetchall()


def _counts(version: Version, columns: Sequence[str], party: FoundParty) -> list[int]:
    """Rows in which any of the columns holds the party, then rows for each column."""
    counted = ", ".join(f"count(*) filter (where {_same([name])})" for name in columns)
    try:
        with open_duck() as duck:
            sql = f"select count(*), {counted} from ({relation_of(version)}) where {_same(columns)}"
            return list(duck.execute(sql, {"party": party.party_id}).fetchall()[0])
    except (WarehouseError, duckdb.Error):  # its files are gone: it has no rows to show
        return [0, *(0 for __ in columns)]


def _same(columns: Sequence[str]) -> str:
    return " or ".join(f"cast({identifier(name)} as varchar) = $party" for name in columns)


def _name(kind: str, name: str | None, party_id: str) -> str:
    """The number of a person is told to nobody here; that of a tender or contract is its name."""
    return name or ("" if kind == "person" else party_id)
