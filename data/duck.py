"""DuckDB as we use it: in memory, bounded, quiet, spilling into the run-time folder and nowhere else."""

from pathlib import Path

import duckdb

from data.settings import var_dir

# Half of what the smallest server has beside everything else; larger questions spill to disk.
_MEMORY = "2GB"


def open_duck() -> duckdb.DuckDBPyConnection:
    """A new in-memory DuckDB."""
    spill = var_dir() / "spill"
    connection = duckdb.connect(config={"memory_limit": _MEMORY, "temp_directory": str(spill)})
    connection.execute("set enable_progress_bar = false")
    return connection


def quoted(file: Path) -> str:
    """The file's path as a text of SQL: statements that make views and copies cannot have it bound."""
    return literal(str(file))


def literal(words: str) -> str:
    """A text of SQL, for statements that cannot have it bound."""
    return "'" + words.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name of SQL, whatever signs it has."""
    return '"' + name.replace('"', '""') + '"'
