"""Connections to the audit database: SQLite (WAL) embedded, PostgreSQL by URL.

Reads run in a snapshot of their own. Writes go through `writing()`, which takes SQLite's write lock at once:
a transaction that read first could otherwise not become a writer beside another one. A server outlives its
database: one that went away and came back is found again at the next use.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from data.schema import ChainHead
from data.search.settling import settle

_SQLITE_WAIT_MS = (
    30_000  # a large import holds the lock for seconds; a clerk's click waits instead of failing
)
_WRITE = "audit_write"


def connect_to(url: str) -> Engine:
    """Engine for a database URL. Nothing is opened before the first use, and a missing file is not made."""
    if url.startswith("sqlite"):
        engine = create_engine(url)
        event.listen(engine, "do_connect", _need_file)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "checkout", _need_same_file)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True)


def _need_file(_dialect: Any, _entry: ConnectionPoolEntry, arguments: list[Any], _named: Any) -> None:
    # SQLite would make an empty file where the real one is away for a moment, and its leftovers would spoil
    # the real one when that comes back.
    if not Path(arguments[0]).exists():
        raise sqlite3.OperationalError("the database file is not there")


def _need_same_file(_connection: Any, entry: ConnectionPoolEntry, _proxy: Any) -> None:
    """A pooled connection goes on reading a file that was moved away or replaced: it is opened anew."""
    if _identity(entry.info["file"]) != entry.info["identity"]:
        raise DisconnectionError("the database file is another one now")


def _identity(file: str) -> tuple[int, int] | None:
    try:
        found = Path(file).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _prepare_sqlite(connection: Any, entry: ConnectionPoolEntry) -> None:
    entry.info["file"] = connection.execute("pragma database_list").fetchone()[2]
    entry.info["identity"] = _identity(entry.info["file"])
    connection.isolation_level = None  # we begin transactions ourselves, see _begin_sqlite
    for pragma in (
        "journal_mode = wal",
        "synchronous = normal",
        "foreign_keys = on",
        f"busy_timeout = {_SQLITE_WAIT_MS}",
        "cache_size = -65536",  # 64 MB
    ):
        connection.execute(f"pragma {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    write = connection.get_execution_options().get(_WRITE)
    connection.exec_driver_sql("begin immediate" if write else "begin")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the database throughout."""
    with engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that commits at the end of the block and leaves nothing behind when it fails.

    Before it commits, the search reads again what it changed.
    """
    options: dict[str, Any] = {_WRITE: True}
    if engine.dialect.name == "postgresql":
        # Writers queue at the head of the event chain; what they read after the wait must be the newest.
        options["isolation_level"] = "READ COMMITTED"
    with engine.execution_options(**options).connect() as connection, connection.begin():
        yield connection
        settle(connection)


def data_version(connection: Connection) -> int:
    """Id of the newest event that changed figures; 0 for a fresh database. Part of every cache key."""
    return connection.scalar(select(ChainHead.data_version)) or 0


def now() -> datetime:
    """This moment in UTC, without zone and without fractions, as the database keeps moments."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
