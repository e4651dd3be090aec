"""Where figures are read: DuckDB over the columnar copy of one data version, with the shared relations.

`open_source()` makes the copy where it is missing; the same version is made once and serves every process
that shares the run-time folder.
"""

import hashlib
import re
import shutil
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from sqlalchemy import Engine, select

from data.duck import open_duck
from data.engine import reading
from data.figure_copy import write_tables
from data.schema import Event
from data.schema.event import ChainHead
from data.settings import var_dir

RELATIONS_FOLDER = Path(__file__).parent / "relations"
_COPIES_KEPT = 3  # a process that is still answering from the version before must find its files
_building = threading.Lock()


@dataclass(frozen=True)
class Source:
    """One data version, open for questions. `connection` is shared; each question uses its own cursor."""

    connection: duckdb.DuckDBPyConnection
    version: str
    as_of_relations: dict[str, str]

    def frame(self, sql: str, parameters: dict[str, Any] | None = None) -> pd.DataFrame:
        """Rows of a question. Only the parameters that the SQL names are bound."""
        return self.connection.cursor().execute(sql, _named(sql, parameters)).df()

    def rows(self, sql: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Rows of a question as tuples, with whole numbers exact whatever their size."""
        return self.connection.cursor().execute(sql, _named(sql, parameters)).fetchall()


def open_source(engine: Engine) -> Source:
    """The source for the newest data version of the database."""
    version = _version(engine)
    folder = var_dir() / "figures" / version
    with _building:
        if not folder.exists():
            _build(engine, folder)
    connection = _over(folder)
    return Source(connection, version, dict(_relations("as_of")))


def newest_version(engine: Engine) -> str:
    """Name of the newest data version: what every cache key carries."""
    return _version(engine)


def _version(engine: Engine) -> str:
    with reading(engine) as connection:
        head = select(ChainHead.data_version).scalar_subquery()
        row = connection.execute(select(Event.event_id, Event.digest).where(Event.event_id == head)).first()
    number, digest = (row.event_id, row.digest) if row else (0, f"empty {engine.url.database}")
    return f"{number:08d}-{hashlib.sha256((digest + _definitions()).encode()).hexdigest()[:16]}"


def _definitions() -> str:
    return "".join(sql for kind in ("stored", "as_of") for __, sql in _relations(kind))


def _relations(kind: str) -> list[tuple[str, str]]:
    return [(file.stem, file.read_text("utf-8")) for file in sorted((RELATIONS_FOLDER / kind).glob("*.sql"))]


def _build(engine: Engine, folder: Path) -> None:
    folder.parent.mkdir(mode=0o700, exist_ok=True)
    working = Path(tempfile.mkdtemp(prefix="building-", dir=folder.parent))
    try:
        write_tables(engine, working)
        connection = _over(working)
        for name, sql in in_order_of_need(dict(_relations("stored"))):
            file = working / f"{name}.parquet"
            connection.execute(f"copy ({sql}) to '{file}' (format parquet)")
            connection.execute(f"create view \"{name}\" as select * from '{file}'")
        connection.close()
        working.rename(folder)
    except OSError:
        if not folder.exists():  # somebody else finished the same version first
            raise
    finally:
        shutil.rmtree(working, ignore_errors=True)
    _remove_old(folder.parent)


def _over(folder: Path) -> duckdb.DuckDBPyConnection:
    connection = open_duck()
    for file in sorted(folder.glob("*.parquet")):
        connection.execute(f"create view \"{file.stem}\" as select * from '{file}'")
    return connection


def in_order_of_need(relations: dict[str, str]) -> list[tuple[str, str]]:
    """Relations so ordered that each comes after those it names. Raises ValueError on a circle."""
    ordered: list[tuple[str, str]] = []
    waiting = dict(relations)
    while waiting:
        ready = [
            name
            for name, sql in waiting.items()
            if not any(other != name and mentions(sql, other) for other in waiting)
        ]
        if not ready:
            raise ValueError(f"relations name each other in a circle: {sorted(waiting)}")
        ordered.extend((name, waiting.pop(name)) for name in ready)
    return ordered


def mentions(sql: str, name: str) -> bool:
    """Whether the SQL reads from a relation of that name."""
    return re.search(rf"\b(?:from|join)\s+{name}\b", sql) is not None


def _remove_old(folder: Path) -> None:
    copies = sorted(
        (entry for entry in folder.iterdir() if not entry.name.startswith("building-")),
        key=lambda entry: entry.stat().st_mtime,
    )
    for entry in copies[:-_COPIES_KEPT]:
        shutil.rmtree(entry, ignore_errors=True)


def _named(sql: str, parameters: dict[str, Any] | None) -> dict[str, Any]:
    wanted = set(re.findall(r"\$([a-z_][a-z0-9_]*)", sql))
    return {name: value for name, value in (parameters or {}).items() if name in wanted}
