"""DuckDB as uploads use it: one thread, little memory, spilling into their folder; and its words."""

from pathlib import Path

import duckdb


def bounded_duck(folder: Path, memory: str = "400MB") -> duckdb.DuckDBPyConnection:
    """A DuckDB in memory for one part of one upload."""
    spill = str(folder / "spill")
    connection = duckdb.connect(config={"threads": 1, "memory_limit": memory, "temp_directory": spill})
    connection.execute("set enable_progress_bar = false")  # it would be printed among the answers of commands
    return connection


def count_of(connection: duckdb.DuckDBPyConnection, statement: str) -> int:
    """The number that a statement gives: of rows copied, or counted."""
    found = connection.execute(statement).fetchone()
    return int(found[0]) if found else 0
