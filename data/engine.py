"""Connections to the audit database: SQLite (WAL) embedded, PostgreSQL by URL.

Reads run in a snapshot of their own. Writes go through `writing()`, which takes SQLite's write lock at once:
a transaction that read first could otherwise not become a writer beside another one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.pool import ConnectionPoolEntry

from data.schema import ChainHead

_SQLITE_WAIT_MS = (
    30_000  # a large import holds the lock for seconds; a clerk's click waits instead of failing
)
_WRITE = "audit_write"


def connect_to(url: str) -> Engine:
    """Engine for a database URL. Nothing is opened before the first use."""
    if url.startswith("sqlite"):
        engine = create_engine(url)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True)


def _prepare_sqlite(connection: Any, __: ConnectionPoolEntry) -> None:
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
    """A transaction that commits at the end of the block and leaves nothing behind when it fails."""
    options: dict[str, Any] = {_WRITE: True}
    if engine.dialect.name == "postgresql":
        # Writers queue at the head of the event chain; what they read after the wait must be the newest.
        options["isolation_level"] = "READ COMMITTED"
    with engine.execution_options(**options).connect() as connection, connection.begin():
        yield connection


def data_version(connection: Connection) -> int:
    """Id of the newest event that changed figures; 0 for a fresh database. Part of every cache key."""
    return connection.scalar(select(ChainHead.data_version)) or 0


def now() -> datetime:
    """This moment in UTC, without zone and without fractions, as the database keeps moments."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
