"""Rows of a person, company or unit in the datasets that a reader may read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import duckdb
from sqlalchemy import Connection

from data.access.roles import User
from data.data_room.dataset_access import Access, masked_select, masks, readable_datasets
from data.dataset_types import DatasetColumn, dataset_types
from data.duck import identifier
from data.warehouse import DatasetFacts, Version, WarehouseError, newest, relation_of
from data.warehouse.versions import ROW_NUMBER
from queries.audit_models.leading import Met, leads
from queries.audit_models.parties import FoundParty

_NAMED_KINDS = {"company", "unit"}
_CODE_COLUMNS = {"tender": "tender_code", "contract": "contract_code", "project": "project_code"}
MOST_ROWS = 200


@dataclass(frozen=True)
class PartyPlace:
    """A dataset that may have rows of the party, and the columns in which the reader may look for it."""

    facts: DatasetFacts
    version: Version
    access: Access
    columns: tuple[str, ...]


@dataclass(frozen=True)
class PartyRows:
    """A dataset that has rows of the party, and the columns where it was found."""

    facts: DatasetFacts
    version: Version
    access: Access
    columns: tuple[str, ...]  # those that hold it in some row
    count: int


def places_of(connection: Connection, user: User, party: FoundParty) -> tuple[PartyPlace, ...]:
    """Where it is to be looked for: the newest version of each dataset that the reader may read.

    In columns of numbers by its number; a tender, contract or project in those of its code; a company or unit
    without a number by its name. Where the reader sees a column through a mask: as `leads` has it.
    """
    found = []
    for facts, access in readable_datasets(connection, user):
        of_type = dataset_types().get(facts.dataset_type)
        version = newest(connection, facts.dataset_id) if of_type else None
        if of_type is None or version is None:
            continue
        there = {column.name.lower() for column in version.columns}
        hidden = {name.lower(): mask for name, mask in masks(version, access).items()}
        columns = tuple(
            column.name
            for column in of_type.columns
            if column.name in there
            and _may_hold(column, party)
            and leads(connection, user, party.met, Met(hidden.get(column.name), (version,)))
        )
        if columns:
            found.append(PartyPlace(facts, version, access, columns))
    return tuple(found)


def _may_hold(column: DatasetColumn, party: FoundParty) -> bool:
    if party.kind in _CODE_COLUMNS:
        return column.name == _CODE_COLUMNS[party.kind]
    if party.has_number:
        return column.format is not None
    return party.kind in _NAMED_KINDS and column.name.endswith("_name")


def datasets_with(
    places: Sequence[PartyPlace],
    party: FoundParty,
    duck: duckdb.DuckDBPyConnection,
    go_on: Callable[[], None],
) -> tuple[PartyRows, ...]:
    """Those of the places that have rows of the party, the most rows first.

    `go_on` is called between two datasets and raises where the search shall end.
    """
    found = []
    for place in places:
        go_on()
        count, *holding = _counts(place, party, duck)
        if count:
            held = tuple(name for name, rows in zip(place.columns, holding, strict=True) if rows)
            found.append(PartyRows(place.facts, place.version, place.access, held, count))
    return tuple(sorted(found, key=lambda each: -each.count))


def rows_with(
    each: PartyRows, party: FoundParty, duck: duckdb.DuckDBPyConnection
) -> list[tuple[object, ...]]:
    """At most MOST_ROWS rows of the party: the row's number, then the columns of the version, masked."""
    numbered = relation_of(each.version, is_numbered=True)
    numbers = f"select {ROW_NUMBER} from ({numbered}) where {_same(each.columns)}"
    names = ", ".join(identifier(column.name) for column in each.version.columns)
    sql = (
        f"select {ROW_NUMBER}, {names} from ({masked_select(each.version, each.access, is_numbered=True)})"
        f" where {ROW_NUMBER} in ({numbers}) order by {ROW_NUMBER} limit {MOST_ROWS}"
    )
    return duck.execute(sql, {"party": party.party_id}).fetchall()


def _counts(place: PartyPlace, party: FoundParty, duck: duckdb.DuckDBPyConnection) -> list[int]:
    """Rows in which any of the columns holds the party, then rows for each column."""
    counted = ", ".join(f"count(*) filter (where {_same([name])})" for name in place.columns)
    try:
        rows = relation_of(place.version)
        sql = f"select count(*), {counted} from ({rows}) where {_same(place.columns)}"
        return list(duck.execute(sql, {"party": party.party_id}).fetchall()[0])
    except duckdb.InterruptException:
        raise
    except (WarehouseError, duckdb.Error):  # its files are gone: it has no rows to show
        return [0, *(0 for __ in place.columns)]


def _same(columns: Sequence[str]) -> str:
    return " or ".join(f"cast({identifier(name)} as varchar) = $party" for name in columns)
