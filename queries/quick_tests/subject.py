"""The table under test: a SELECT that somebody may read, the kinds of its columns, and rows by number."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

import duckdb

from data.duck import identifier
from data.warehouse.versions import ROW_NUMBER

_NUMBERS = re.compile(r"(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL|DOUBLE|FLOAT)\b")
_DAYS = re.compile(r"(DATE|TIMESTAMP)\b")
_BOUND = re.compile(r"\$(\w+)")


@dataclass(frozen=True)
class Question:
    """SQL with the values bound in it: asked where and when its rows are wanted."""

    sql: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def bound(self) -> dict[str, Any]:
        """The values that the SQL mentions: DuckDB refuses others."""
        return {name: self.values[name] for name in dict.fromkeys(_BOUND.findall(self.sql))}

    def first(self, most: int) -> "Question":
        """The same question for its first rows."""
        return Question(f"select * from ({self.sql}) limit {int(most)}", self.values)


@dataclass(frozen=True)
class CalendarDay:
    """One day of the official calendar of working days."""

    day: date
    is_working_day: bool
    holiday_name: str | None = None


@dataclass(frozen=True)
class Subject:
    """A table to test, over a connection that can read it. Made by `subject()`.

    `select` gives its rows, numbered in `_row`. `columns` are its columns with their kind: "number", "day",
    "text" or "other"; `whole` names those of whole numbers. What is `masked` for the reader is not what the
    file holds and cannot be tested. `go_on` is asked now and then by work outside DuckDB; it raises where the
    work shall end.
    """

    connection: duckdb.DuckDBPyConnection
    select: str
    columns: Mapping[str, str]
    whole: frozenset[str] = frozenset()
    masked: frozenset[str] = frozenset()
    calendar: Sequence[CalendarDay] = ()
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    go_on: Callable[[], None] = lambda: None

    def question(self, sql: str, **values: Any) -> Question:
        """A question over the rows, which `sql` calls `data`."""
        return Question(f"with data as not materialized ({self.select})\n{sql}", dict(self.values) | values)

    def ask(self, sql: str, **values: Any) -> list[tuple[Any, ...]]:
        """All rows of an answer: for answers that are small."""
        question = self.question(sql, **values)
        return self.connection.execute(question.sql, question.bound()).fetchall()

    def one(self, sql: str, **values: Any) -> tuple[Any, ...]:
        """The one row of an answer."""
        return self.ask(sql, **values)[0]

    def keep(self, name: str, sql: str, **values: Any) -> None:
        """Keep the rows of an answer as a table of that name on this connection, for the next questions."""
        question = self.question(sql, **values)
        self.connection.execute(f"create or replace temp table {name} as {question.sql}", question.bound())

    def narrowed(self, condition: str, values: Mapping[str, Any]) -> "Subject":
        """The same table with only the rows that meet a condition; they keep their numbers."""
        return replace(
            self,
            select=f"select * from ({self.select}) where {condition}",
            values=dict(self.values) | dict(values),
        )

    def hundredths(self, column: str) -> str:
        """SQL for an amount as an exact whole number of 分; null where it is missing or beyond 64 bits.

        A column of whole numbers whose name ends in `_fen` holds 分 already, every other one 元.
        """
        name = identifier(column)
        if self.hundredths_in_one(column) == 1:
            return f"try_cast({name} as bigint)"
        return f"try_cast(try(round({name} * 100)) as bigint)"

    def hundredths_in_one(self, column: str) -> int:
        """How many 分 one of the column is: 1 where it holds 分, 100 where it holds 元."""
        return 1 if column in self.whole and column.endswith("_fen") else 100


def subject(
    connection: duckdb.DuckDBPyConnection,
    select: str,
    *,
    masked: frozenset[str] = frozenset(),
    calendar: Sequence[CalendarDay] = (),
) -> Subject:
    """The rows of a SELECT over DuckDB. One with a column `_row` brings its numbers; others are counted.

    Raises duckdb.Error where the SELECT cannot be read.
    """
    described = connection.execute(f"describe {select}").fetchall()
    types = {str(name): str(kind) for name, kind, *_rest in described}
    if ROW_NUMBER not in types:
        select = f"select row_number() over () as {ROW_NUMBER}, * from ({select})"
    types.pop(ROW_NUMBER, None)
    return Subject(
        connection,
        select,
        {name: _kind(kind) for name, kind in types.items()},
        frozenset(name for name, kind in types.items() if kind.endswith(("INT", "INTEGER"))),
        masked & types.keys(),
        calendar,
    )


def _kind(duck_type: str) -> str:
    if duck_type.endswith("]"):
        return "other"
    if _NUMBERS.match(duck_type):
        return "number"
    if _DAYS.match(duck_type):
        return "day"
    return "text" if duck_type == "VARCHAR" else "other"
