"""Relations on days that are asked for again: kept as tables in memory, beside the copy they come from.

A page asks a dozen questions of one relation on the same days, and to plan a relation of a few pages of SQL
takes longer than to read it. The second question therefore makes it a table, and all others read that. Only
where few rows are read for it: of many, DuckDB had better read no more than what the question needs.
"""

import threading
import time
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from itertools import count

import duckdb

_SCHEMA = "held"
_MOST_ROWS = 100_000
_MOST_TABLES = 200
_MOST_ASKED = 10_000
# A question is told of a table before it reads it: one that was told of just now is not dropped.
_SECONDS_TOLD = 60
# Connections to one file are one database to DuckDB: their tables must not share names.
_numbers = count()


class HeldRelations:
    """The tables of one connection. Questions of several threads may ask at once."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._lock = threading.RLock()  # to make a table may take another one
        self._asked: set[tuple[str, tuple[date, ...]]] = set()
        self._told: dict[tuple[str, tuple[date, ...]], tuple[str, float]] = {}

    def table(
        self,
        name: str,
        days: Iterable[date],
        reads: Callable[[], Iterable[str]],
        made_by: Callable[[], str],
    ) -> str | None:
        """The table of a relation on these days; None where it has to be read as it is written.

        `reads` gives the tables of the copy that it comes from, `made_by` the question for its rows.
        """
        key = (name, tuple(days))
        with self._lock:
            if key in self._told:
                table = self._told.pop(key)[0]
            elif not self._is_asked_again(key) or not self._is_small(key, reads) or not self._has_room():
                return None
            else:
                table = f"{_SCHEMA}.t{next(_numbers)}"
                try:
                    self._make(table, made_by())
                except duckdb.Error:  # the question itself will say what is wrong
                    return None
            self._told[key] = (
                table,
                time.monotonic(),
            )  # at the end: those at the front were told of long ago
            return table

    def _is_asked_again(self, key: tuple[str, tuple[date, ...]]) -> bool:
        if key in self._asked:
            return True
        if len(self._asked) >= _MOST_ASKED:
            self._asked.clear()
        self._asked.add(key)
        return False

    def _is_small(self, key: tuple[str, tuple[date, ...]], reads: Callable[[], Iterable[str]]) -> bool:
        return sum(self._rows.get(table, 0) for table in reads()) * len(key[1]) <= _MOST_ROWS

    @cached_property
    def _rows(self) -> dict[str, int]:
        sql = (
            "select table_name, estimated_size from duckdb_tables() where database_name = current_database()"
        )
        return dict(self._connection.cursor().execute(sql).fetchall())

    def _has_room(self) -> bool:
        if len(self._told) < _MOST_TABLES:
            return True
        key, (table, told_at) = next(iter(self._told.items()))
        if time.monotonic() - told_at < _SECONDS_TOLD:
            return False
        self._connection.cursor().execute(f"drop table if exists {table}")
        del self._told[key]
        return True

    def _make(self, table: str, question: str) -> None:
        cursor = self._connection.cursor()
        # In memory, also beside a file that is open for reading only.
        cursor.execute(f"attach if not exists ':memory:' as {_SCHEMA} (read_write)")
        cursor.execute(f"create table {table} as {question}")
