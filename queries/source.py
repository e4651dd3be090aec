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
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from sqlalchemy import Engine, select

from data.duck import open_duck
from data.engine import reading
from data.schema import Event
from data.schema.event import ChainHead
from data.settings import var_dir
from queries.figure_file import definitions, make_figure_file, relations_of
from queries.held_relations import HeldRelations
from queries.planning.fiscal_watch import fiscal_relations
from queries.planning.warning_rules import warning_relations

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
    return "".join((*definitions(), *_as_of_relations().values()))


@cache
def _as_of_relations() -> dict[str, str]:
    return dict(relations_of("as_of")) | warning_relations() | fiscal_relations()


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
        copied = make_figure_file(engine, working / _COPY)
        version = _version(engine, copied.number, copied.digest)
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
