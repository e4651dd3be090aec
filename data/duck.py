"""DuckDB as we use it: bounded, quiet, spilling into the run-time folder and nowhere else."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from data.settings import number, var_dir

# Half of what the smallest server has beside everything else; larger questions spill to disk.
_MEMORY = "2GB"


def open_duck(file: Path | None = None, *, is_read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A DuckDB in memory or over a file. Raises duckdb.Error where the file is no sound one."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MEMORY,
        "temp_directory": str(var_dir() / "spill"),
    }
    if threads := number("AUDIT_THREADS"):
        config["threads"] = threads
    connection = duckdb.connect(file or ":memory:", read_only=is_read_only, config=config)
    connection.execute("set enable_progress_bar = false")
    return connection


def lock(connection: duckdb.DuckDBPyConnection, files: Iterable[Path] = ()) -> None:
    """Let the connection read these files and no other, for good: then others' SQL may run."""
    connection.execute(f"set allowed_paths = [{', '.join(quoted(file) for file in files)}]")
    connection.execute("set python_enable_replacements = false")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")


@contextmanager
def in_time(connection: duckdb.DuckDBPyConnection, seconds: int) -> Iterator[None]:
    """Interrupt what runs on the connection after so many seconds, which is a duckdb.InterruptException.

    DuckDB looks for it between two pieces of work: one call of one function may still take long.
    """
    timer = threading.Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def records(cursor: duckdb.DuckDBPyConnection, most: int | None = None) -> list[dict[str, Any]]:
    """The rows of what was executed as mappings of its columns: all that are left, or the next `most`."""
    names = [name for name, *_rest in cursor.description or ()]
    rows = cursor.fetchall() if most is None else cursor.fetchmany(most)
    return [dict(zip(names, row, strict=True)) for row in rows]


def quoted(file: Path) -> str:
    """The file's path as a text of SQL: statements that make views and copies cannot have it bound."""
    return literal(str(file))


def literal(words: str) -> str:
    """A text of SQL, for statements that cannot have it bound."""
    return "'" + words.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name of SQL, whatever signs it has."""
    return '"' + name.replace('"', '""') + '"'


def with_value(name: str, value: str, then: str) -> str:
    """The SQL expression `then`, in which `name` stands for the SQL expression `value`.

    For what is named several times: repeated as a whole, DuckDB takes longer to plan it than to compute it.
    """
    return f"list_transform([{value}], lambda {name}: {then})[1]"
