"""Where figures are read: DuckDB over the columnar copy of one data version, with the shared relations.

`open_source()` makes the copy where it is missing or damaged; the same version is made once and serves every
process that shares the run-time folder.
"""

import hashlib
import re
import shutil
import tempfile
import threading
import time
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from sqlalchemy import Engine, select

from data.duck import open_duck
from data.engine import reading
from data.figure_copy import copied_columns, copy_tables
from data.schema import Event
from data.schema.event import ChainHead
from data.settings import var_dir
from queries.held_relations import HeldRelations
from queries.planning.fiscal_watch import fiscal_relations
from queries.planning.warning_rules import warning_relations

RELATIONS_FOLDER = Path(__file__).parent / "relations"
_MACROS = RELATIONS_FOLDER / "macros.sql"
# A page that is open may still be asked for its rows, and goes on reading the version that it shows.
_COPIES_KEPT = 3
_YOUNG_COPIES_KEPT = 12
_YOUNG_SECONDS = 2 * 3600
_COPY = "copy.duckdb"
_UNFINISHED = "building-"
_UNFINISHED_KEPT_SECONDS = 24 * 3600
_building = threading.Lock()


@dataclass(frozen=True)
class Source:
    """One data version, open for questions. `connection` is shared; each question uses its own cursor.

    `held` are relations that were asked for before; without it, all are read as they are written.
    """

    connection: duckdb.DuckDBPyConnection
    version: str
    as_of_relations: dict[str, str]
    file: Path
    held: HeldRelations | None = None

    def is_there(self) -> bool:
        """Whether the file is still there; the run-time folder may be tidied beneath a running server."""
        return self.file.exists()

    def frame(self, sql: str, parameters: dict[str, Any] | None = None) -> pd.DataFrame:
        """Rows of a question. Only the parameters that the SQL names are bound."""
        return self.connection.cursor().execute(sql, _named(sql, parameters)).df()

    def rows(self, sql: str, parameters: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """Rows of a question as tuples, with whole numbers exact whatever their size."""
        return self.connection.cursor().execute(sql, _named(sql, parameters)).fetchall()


def open_source(engine: Engine, version: str | None = None) -> Source:
    """The source for `version` where its copy is there, else for the newest data version of the database.

    `Source.version` says which it is. Raises duckdb.Error, OSError or DatabaseUnreachableError where the copy
    cannot be made.
    """
    figures = var_dir() / "figures"
    with _building:
        wanted = version or newest_version(engine)
        connection = _sound(figures / wanted)
        if connection is None and version is not None:
            wanted = newest_version(engine)
            connection = _sound(figures / wanted)
        if connection is None:
            wanted = _build(engine, figures)
            connection = open_duck(figures / wanted / _COPY, is_read_only=True)
    file = figures / wanted / _COPY
    return Source(connection, wanted, _as_of_relations(), file, HeldRelations(connection))


def newest_version(engine: Engine) -> str:
    """Name of the newest data version: what every cache key carries."""
    with reading(engine) as connection:
        head = select(ChainHead.data_version).scalar_subquery()
        row = connection.execute(select(Event.event_id, Event.digest).where(Event.event_id == head)).first()
    return _version(engine, row.event_id, row.digest) if row else _version(engine, 0, None)


def _version(engine: Engine, number: int, digest: str | None) -> str:
    told = (digest or f"empty {engine.url.database}") + _definitions()
    return f"{number:08d}-{hashlib.sha256(told.encode()).hexdigest()[:16]}"


@cache
def _definitions() -> str:
    stored = [sql for __, sql in _relations("stored")]
    return "".join((*copied_columns(), _MACROS.read_text("utf-8"), *stored, *_as_of_relations().values()))


@cache
def _as_of_relations() -> dict[str, str]:
    return dict(_relations("as_of")) | warning_relations() | fiscal_relations()


@cache
def _relations(kind: str) -> tuple[tuple[str, str], ...]:
    files = sorted((RELATIONS_FOLDER / kind).glob("*.sql"))
    return tuple((file.stem, file.read_text("utf-8")) for file in files)


def _sound(folder: Path) -> duckdb.DuckDBPyConnection | None:
    """The copy, open; None where there is none. One that is damaged makes way, so that it is made again."""
    if not folder.is_dir():
        return None
    try:
        return open_duck(folder / _COPY, is_read_only=True)
    except duckdb.Error:
        shutil.rmtree(folder, ignore_errors=True)
        return None


def _build(engine: Engine, figures: Path) -> str:
    """Copy the database as it is now; returns the name of that version, which may be newer than any seen."""
    figures.mkdir(mode=0o700, exist_ok=True)
    working = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=figures))
    try:
        with open_duck(working / _COPY) as connection:
            connection.execute("begin")
            version = _version(engine, *copy_tables(engine, connection, working))
            connection.execute(_MACROS.read_text("utf-8"))
            for name, sql in in_order_of_need(dict(_relations("stored"))):
                connection.execute(f"create table {name} as {sql}")
            connection.execute("commit")
        _put(working, figures / version)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    _remove_old(figures)
    return version


def _put(working: Path, folder: Path) -> None:
    try:
        working.rename(folder)
    except OSError:
        if not folder.exists():  # somebody else finished the same version first
            raise


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
    return name in read_from(sql)


@lru_cache(1024)  # every question asks it of the same texts
def read_from(sql: str) -> frozenset[str]:
    """The names that the SQL reads from: tables, relations, and what else stands behind a "from"."""
    return frozenset(re.findall(r"\b(?:from|join)\s+(\w+)", sql))


def _remove_old(figures: Path) -> None:
    changed_at = {entry: _changed_at(entry) for entry in figures.iterdir()}
    young, unfinished_since = time.time() - _YOUNG_SECONDS, time.time() - _UNFINISHED_KEPT_SECONDS
    copies = 0
    for entry, moment in sorted(changed_at.items(), key=lambda item: item[1], reverse=True):
        if entry.name.startswith(_UNFINISHED):
            is_kept = moment > unfinished_since
        else:
            copies += 1
            is_kept = copies <= _COPIES_KEPT or (copies <= _YOUNG_COPIES_KEPT and moment > young)
        if not is_kept:
            shutil.rmtree(entry, ignore_errors=True)


def _changed_at(entry: Path) -> float:
    try:
        return entry.stat().st_mtime
    except FileNotFoundError:  # another process was tidying too
        return 0.0


def _named(sql: str, parameters: dict[str, Any] | None) -> dict[str, Any]:
    wanted = set(re.findall(r"\$([a-z_][a-z0-9_]*)", sql))
    return {name: value for name, value in (parameters or {}).items() if name in wanted}
