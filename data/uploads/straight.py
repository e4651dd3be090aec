"""Rows that need no second look are written once, as they will be stored, while the file is being read.

Whoever brings a file says beforehand, from its beginning, how its columns are to be converted and which rows
that suits; what is left is staged as text and judged in full. Nothing is decided here that is not decided
the same way there: it only costs less.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa

from data.duck import identifier, literal

BLANKS = (" ", "\t", "\u3000")  # what conversion.words_of() takes off the ends of a cell
WORTH_BYTES = 16 << 20  # smaller files are read within a second or two either way
BEGINNING_ROWS = 20_000
# Of a beginning's rows: with fewer that suit, most of the file would be read twice.
WORTH_RATE = 0.9


@dataclass(frozen=True)
class Beginning:
    """The columns of a file, the headings as written, and its first rows as text."""

    columns: tuple[str, ...]
    titles: tuple[str, ...]
    rows: Sequence[tuple[str | None, ...]]


@dataclass(frozen=True)
class Straight:
    """`rows` gives a SELECT of `_line` and the stored columns of the rows that it suits.

    Its arguments are SQL of a table with `_line` and text columns, and the blanks that occur in it at all.
    `as_is` says with these blanks which stored columns are a text column and nothing else. `is_all`: rows
    that it does not suit say that it was the wrong way. `facts` are the caller's own.
    """

    rows: Callable[[str, Sequence[str]], str]
    as_is: Callable[[Sequence[str]], Mapping[str, str]]
    is_all: bool
    facts: Any = None


class NotStraightError(Exception):
    """A row contradicts a Straight with `is_all`."""


Straighten = Callable[[Beginning], Straight | None]


def is_bare(column: str, blanks: Sequence[str]) -> str:
    """SQL: the cell is null, or text without blanks around it, so that it is its own words."""
    name = identifier(column)
    ends = " or ".join(
        f"(contains({name}, {sign}) and (ends_with({name}, {sign}) or starts_with({name}, {sign})))"
        for sign in map(literal, blanks)
    )
    return f"coalesce({name} >= '!' {f'and not ({ends})' if ends else ''}, true)"


def words_if(column: str, blanks: Sequence[str]) -> str:
    """SQL: the cell without blanks around it, null where nothing is left; `blanks` are those that occur."""
    name = identifier(column)
    trimmed = f"nullif(trim({name}, {literal(''.join(BLANKS))}), '')"
    return f"case when {is_bare(column, blanks)} then {name} else {trimmed} end" if blanks else name


def as_table(connection: duckdb.DuckDBPyConnection, beginning: Beginning) -> str:
    """The name under which DuckDB has the first rows, with `_line`."""
    cells = list(zip(*beginning.rows, strict=True))
    arrays = [pa.array(column, pa.string()) for column in cells]
    lines = pa.array(range(1, len(beginning.rows) + 1), pa.int64())
    connection.register("beginning", pa.table([lines, *arrays], names=["_line", *beginning.columns]))
    return "beginning"


def suits(connection: duckdb.DuckDBPyConnection, straight: Straight, table: str, rows: int) -> bool:
    """Whether the first rows are straight, or most of them where the others may be something else."""
    found = connection.execute(f"select count(*) from ({straight.rows(table, BLANKS)})").fetchone()
    return found is not None and found[0] >= (rows if straight.is_all else rows * WORTH_RATE)
