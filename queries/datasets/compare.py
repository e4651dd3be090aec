"""What changed between two versions: rows that were added, are gone, or differ, told apart by a key.

Rows are compared as they are and shown as the reader may see them. A key that stands for several rows of one
version tells nothing apart: such rows are counted by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
from sqlalchemy import Engine

from data.access.roles import NotPermittedError, User
from data.data_room.dataset_access import READING, Access, masked_select
from data.data_room.dataset_use import record_use
from data.duck import identifier
from data.warehouse import Version, relation_of
from data.warehouse.versions import ROW_NUMBER
from data.warehouse.wider import wider_type


@dataclass(frozen=True)
class Comparison:
    """Counts of rows, and some of them.

    `changes` counts the changed rows by column. `added_rows`, `gone_rows` begin with the number of the row in
    its version; `changed_rows` are (number before, after, names of changed columns, row before, after).
    `repeated` counts the rows of both whose key is not theirs alone.
    """

    added: int
    gone: int
    changed: int
    same: int
    repeated: int
    changes: dict[str, int]
    columns_added: tuple[str, ...]
    columns_gone: tuple[str, ...]
    added_rows: tuple[tuple[Any, ...], ...]
    gone_rows: tuple[tuple[Any, ...], ...]
    changed_rows: tuple[tuple[int, int, tuple[str, ...], tuple[Any, ...], tuple[Any, ...]], ...]


def compare_for(
    engine: Engine,
    user: User,
    duck: duckdb.DuckDBPyConnection,
    before: Version,
    after: Version,
    *,
    key: Sequence[str],
    access: Access,
) -> Comparison:
    """compare() for a reader, whose use of the dataset is counted. Raises like it."""
    found = compare(duck, before, after, key, access)
    record_use(engine, user, after.dataset_id, "preview")
    return found


def compare(
    duck: duckdb.DuckDBPyConnection,
    before: Version,
    after: Version,
    key: Sequence[str],
    access: Access,
    *,
    limit: int = 200,
) -> Comparison:
    """Compare two versions of a dataset by the columns of `key`; at most `limit` rows of each kind.

    `duck` is used for this alone: tables of the comparison stay in it.

    Raises KeyError where one of the versions has no such column, NotPermittedError and WarehouseError.
    """
    if not access.may_read:
        raise NotPermittedError(READING)
    names_before = [column.name for column in before.columns]
    names_after = [column.name for column in after.columns]
    for name in key:
        if name not in names_before or name not in names_after:
            raise KeyError(name)
    if not key:
        raise KeyError("")
    both = [name for name in names_before if name in names_after and name not in key]
    _match(duck, before, after, key, both)
    added, gone, changed, same = _counts(duck, both)
    return Comparison(
        added=added,
        gone=gone,
        changed=changed,
        same=same,
        repeated=before.row_count + after.row_count - added - gone - 2 * (changed + same),
        changes=_by_column(duck, both),
        columns_added=tuple(name for name in names_after if name not in names_before),
        columns_gone=tuple(name for name in names_before if name not in names_after),
        added_rows=_only(duck, after, access, "after_row", limit=limit),
        gone_rows=_only(duck, before, access, "before_row", limit=limit),
        changed_rows=_changed(duck, before, after, access, both=both, limit=limit),
    )


def _match(
    duck: duckdb.DuckDBPyConnection, before: Version, after: Version, key: Sequence[str], both: Sequence[str]
) -> None:
    """The table `matched`: numbers of the rows that belong together, a flag per column that differs."""
    kinds = {column.name: column.type for column in before.columns}
    wider = {
        column.name: wider_type(kinds[column.name], column.type)
        for column in after.columns
        if column.name in kinds
    }
    for view, version in (("before_rows", before), ("after_rows", after)):
        columns = ", ".join(
            f"cast({identifier(name)} as {wider[name]}) as {identifier(name)}" for name in (*key, *both)
        )
        rows = relation_of(version, is_numbered=True)
        duck.execute(f"create temp view {view} as select {ROW_NUMBER}, {columns} from ({rows})")
    keys = ", ".join(map(identifier, key))
    duck.execute(
        "create temp table repeated_keys as "
        + " union ".join(
            f"select {keys} from {view} group by {keys} having count(*) > 1"
            for view in ("before_rows", "after_rows")
        )
    )
    single = (
        f"select * from {{}} as r where not exists (from repeated_keys as k where {_same(key, 'r', 'k')})"
    )
    flags = [
        f"x.{identifier(name)} is distinct from y.{identifier(name)} as {identifier(name)}" for name in both
    ]
    numbers = [f"x.{ROW_NUMBER} as before_row", f"y.{ROW_NUMBER} as after_row"]
    duck.execute(
        f"create temp table matched as select {', '.join([*numbers, *flags])}"
        f" from ({single.format('before_rows')}) as x"
        f" full join ({single.format('after_rows')}) as y on {_same(key, 'x', 'y')}"
    )


def _same(key: Sequence[str], one: str, other: str) -> str:
    return " and ".join(
        f"{one}.{identifier(name)} is not distinct from {other}.{identifier(name)}" for name in key
    )


def _differs(both: Sequence[str]) -> str:
    return "(" + (" or ".join(map(identifier, both)) or "false") + ")"


_IS_PAIR = "before_row is not null and after_row is not null"


def _counts(duck: duckdb.DuckDBPyConnection, both: Sequence[str]) -> tuple[int, int, int, int]:
    row = duck.execute(
        "select count(*) filter (before_row is null), count(*) filter (after_row is null),"
        f" count(*) filter ({_IS_PAIR} and {_differs(both)}),"
        f" count(*) filter ({_IS_PAIR} and not {_differs(both)}) from matched"
    ).fetchone()
    assert row is not None  # aggregates without groups are one row
    return row[0], row[1], row[2], row[3]


def _by_column(duck: duckdb.DuckDBPyConnection, both: Sequence[str]) -> dict[str, int]:
    if not both:
        return {}
    counted = ", ".join(f"count(*) filter ({identifier(name)})" for name in both)
    row = duck.execute(f"select {counted} from matched where {_IS_PAIR}").fetchone() or ()
    return {name: count for name, count in zip(both, row, strict=True) if count}


def _only(
    duck: duckdb.DuckDBPyConnection, version: Version, access: Access, side: str, *, limit: int
) -> tuple[tuple[Any, ...], ...]:
    """Rows that one version alone has; `side` is the column of `matched` with their numbers."""
    other = "after_row" if side == "before_row" else "before_row"
    numbers = duck.execute(
        f"select {side} from matched where {other} is null order by {side} limit $limit", {"limit": limit}
    ).fetchall()
    rows = _rows(duck, version, access, [number for (number,) in numbers])
    return tuple((number, *rows[number]) for (number,) in numbers)


def _changed(
    duck: duckdb.DuckDBPyConnection,
    before: Version,
    after: Version,
    access: Access,
    *,
    both: Sequence[str],
    limit: int,
) -> tuple[tuple[int, int, tuple[str, ...], tuple[Any, ...], tuple[Any, ...]], ...]:
    flags = ", ".join(["before_row", "after_row", *map(identifier, both)])
    found = duck.execute(
        f"select {flags} from matched where {_IS_PAIR} and {_differs(both)} order by before_row limit $limit",
        {"limit": limit},
    ).fetchall()
    old = _rows(duck, before, access, [row[0] for row in found])
    new = _rows(duck, after, access, [row[1] for row in found])
    return tuple(
        (
            row[0],
            row[1],
            tuple(name for name, is_changed in zip(both, row[2:], strict=True) if is_changed),
            old[row[0]],
            new[row[1]],
        )
        for row in found
    )


def _rows(
    duck: duckdb.DuckDBPyConnection, version: Version, access: Access, numbers: list[int]
) -> dict[int, tuple[Any, ...]]:
    if not numbers:
        return {}
    columns = ", ".join(identifier(column.name) for column in version.columns)
    rows = masked_select(version, access, is_numbered=True)
    found = duck.execute(
        f"select {ROW_NUMBER}, {columns} from ({rows}) where {ROW_NUMBER} in (select unnest($numbers))",
        {"numbers": numbers},
    ).fetchall()
    return {row[0]: row[1:] for row in found}
