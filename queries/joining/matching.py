"""Rows of two datasets matched by a key: how many meet on both sides, and the rows themselves.

The keys are compared as the files have them, within DuckDB; what is shown comes through the reader's masks of
both datasets. Rows with nothing in a key column are not compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import duckdb

from data.data_room.dataset_access import masked_select
from data.duck import identifier
from data.language import _, mark
from data.warehouse import StoredColumn, relation_of
from data.warehouse.versions import ROW_NUMBER
from queries.joining.key_forms import key_forms
from queries.joining.sides import JoinRefusedError, KeyPair, Side, check_pairs

HOW = {
    "matched": mark("In both"),
    "only_left": mark("Only in the first"),
    "only_right": mark("Only in the second"),
    "all": mark("All rows"),
}
# More pairs are no answer to look at: a key that repeats on both sides multiplies.
MOST_PAIRS = 20_000_000
_PAIRS = {
    "matched": """select l._row as left_row, r._row as right_row
        from left_rows as l join right_rows as r using (k)""",
    "only_left": """select _row as left_row, null::bigint as right_row
        from left_rows anti join right_rows using (k) where k is not null""",
    "only_right": """select null::bigint as left_row, _row as right_row
        from right_rows anti join left_rows using (k) where k is not null""",
}


@dataclass(frozen=True)
class SideCounts:
    """One dataset: its rows, those with an empty key, its different keys; how many meet the other dataset.

    `repeated_keys` stand in several rows, the most frequent one in `largest`.
    """

    rows: int
    empty: int
    keys: int
    matched_rows: int
    matched_keys: int
    repeated_keys: int
    largest: int

    @property
    def unmatched_rows(self) -> int:
        """Rows with a key that the other dataset does not have."""
        return self.rows - self.empty - self.matched_rows

    @property
    def rate(self) -> float | None:
        """The share of rows with a key that meet the other dataset, 0–1; None where no row has a key."""
        compared = self.rows - self.empty
        return self.matched_rows / compared if compared else None


@dataclass(frozen=True)
class Match:
    """Both sides, and how many pairs of rows there are: more than rows where keys repeat on both sides."""

    left: SideCounts
    right: SideCounts
    pairs: int

    @property
    def is_many_to_many(self) -> bool:
        """Whether rows multiply: an amount added up over the pairs would be counted several times."""
        return self.pairs > max(self.left.matched_rows, self.right.matched_rows)

    def count(self, how: str) -> int:
        """How many rows the result of that kind has."""
        counts = {
            "matched": self.pairs,
            "only_left": self.left.unmatched_rows,
            "only_right": self.right.unmatched_rows,
        }
        return sum(counts.values()) if how == "all" else counts[how]


@dataclass(frozen=True)
class Joined:
    """Two datasets on a connection that has their keys as tables: made by joined()."""

    duck: duckdb.DuckDBPyConnection
    left: Side
    right: Side
    match: Match

    @property
    def columns(self) -> tuple[tuple[str, str, StoredColumn], ...]:
        """The columns of the result: name, "left" or "right", column. A name of both is told apart."""
        found: list[tuple[str, str, StoredColumn]] = []
        taken = {"left_row", "right_row"}
        for which, side in (("left", self.left), ("right", self.right)):
            for column in side.version.columns:
                name, again = column.name, 2
                while name.lower() in taken:
                    name = f"{column.name}_{again}"
                    again += 1
                taken.add(name.lower())
                found.append((name, which, column))
        return tuple(found)

    def select(self, how: str, most: int | None = None) -> str:
        """SQL of the result: left_row, right_row, and the columns of both as the reader sees them.

        Raises JoinRefusedError where there are more than MOST_PAIRS rows, KeyError for another kind.
        """
        if most is None and self.match.count(how) > MOST_PAIRS:
            raise JoinRefusedError(too_many(self.match.count(how)))
        wanted = list(_PAIRS) if how == "all" else [how]
        pairs = " union all ".join(_PAIRS[kind] for kind in wanted)
        if most is not None:
            pairs = f"select * from ({pairs}) order by left_row nulls last, right_row limit {int(most)}"
        shown = ", ".join(
            f"{which[0]}.{identifier(column.name)} as {identifier(name)}"
            for name, which, column in self.columns
        )
        left, right = (
            masked_select(side.version, side.access, is_numbered=True) for side in (self.left, self.right)
        )
        return (
            f"select p.left_row, p.right_row, {shown} from ({pairs}) as p "
            f"left join ({left}) as l on l.{ROW_NUMBER} = p.left_row "
            f"left join ({right}) as r on r.{ROW_NUMBER} = p.right_row "
            "order by p.left_row nulls last, p.right_row"
        )

    def rows(self, how: str, most: int) -> tuple[tuple[Any, ...], ...]:
        """The first rows of the result: number in each dataset (None where it is not there), then values."""
        return tuple(self.duck.execute(self.select(how, most)).fetchall())


def joined(
    duck: duckdb.DuckDBPyConnection,
    left: Side,
    right: Side,
    pairs: Sequence[KeyPair],
    *,
    is_trusted: bool,
) -> Joined:
    """Match the two datasets. Raises JoinRefusedError, WarehouseError, NotPermittedError and duckdb.Error."""
    check_pairs(pairs, left, right, is_trusted=is_trusted)
    for name, side, columns in (
        ("left", left, [pair.left for pair in pairs]),
        ("right", right, [pair.right for pair in pairs]),
    ):
        masked_select(side.version, side.access)  # asks for the right to read rows at all
        duck.execute(
            f"create or replace temp table {name}_rows as "
            + keyed(side, columns, [pair.comparison for pair in pairs])
        )
        duck.execute(
            f"create or replace temp table {name}_keys as "
            f"select k, count(*) as n from {name}_rows where k is not null group by k"
        )
    return Joined(duck, left, right, _counted(duck))


def keyed(side: Side, columns: Sequence[str], comparisons: Sequence[str]) -> str:
    """SQL of each row's number and key as the file has it: for matching inside DuckDB, never to be shown."""
    named = [
        (identifier(column), comparison) for column, comparison in zip(columns, comparisons, strict=True)
    ]
    return key_forms(named, relation_of(side.version, is_numbered=True), ROW_NUMBER)


def _counted(duck: duckdb.DuckDBPyConnection) -> Match:
    left_rows, keys, right_rows, pairs = _one(
        duck,
        "select coalesce(sum(l.n), 0), count(*), coalesce(sum(r.n), 0), coalesce(sum(l.n * r.n::hugeint), 0) "
        "from left_keys as l join right_keys as r using (k)",
    )
    sides = []
    for name, matched in (("left", left_rows), ("right", right_rows)):
        rows, filled = _one(duck, f"select count(*), count(k) from {name}_rows")
        different, repeated, largest = _one(
            duck, f"select count(*), count(*) filter (n > 1), coalesce(max(n), 0) from {name}_keys"
        )
        sides.append(SideCounts(rows, rows - filled, different, matched, keys, repeated, largest))
    return Match(sides[0], sides[1], pairs)


def _one(duck: duckdb.DuckDBPyConnection, sql: str) -> tuple[int, ...]:
    (row,) = duck.execute(sql).fetchall()  # all of it: DuckDB does nothing else while a result is unfinished
    return tuple(int(number) for number in row)


def too_many(pairs: int) -> str:
    """What is said where rows multiply beyond what can be looked at."""
    return _(
        "The keys repeat so often that {pairs} pairs of rows would come out. Add a column to the key."
    ).format(pairs=f"{pairs:,}")
