"""The database as one file: SQLite by its own backup, PostgreSQL by pg_dump; and back.

Sign-ins are left out of it: whoever holds the file, with the key that signs cookies in it, holds nobody's
sign-in.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, select, text

from data.backup.failures import BackupError
from data.backup.postgresql import run
from data.bureau import bureau
from data.engine import connect_to, reading
from data.events import first_broken_link
from data.language import _
from data.migrate import newest_schema
from data.schema import ChainHead

_SIGN_INS = "account_session"


@dataclass(frozen=True)
class KeptDatabase:
    """The file of a database, and what is in it: the end of its chain of events, the newest migration."""

    file: Path
    bureau: str
    schema: str
    events: int
    digest: str


def keep_database(engine: Engine, folder: Path) -> KeptDatabase:
    """One state of the whole database as a file in the folder. Raises BackupError."""
    if engine.dialect.name == "sqlite":
        return _keep_sqlite(engine, folder / "audit.db")
    target = folder / "audit.dump"
    with reading(engine) as connection:
        # What is read here and what the program writes are one state.
        snapshot = connection.scalar(text("select pg_export_snapshot()"))
        kept = _described(connection, target)
        run(
            "pg_dump",
            engine,
            *("--format=custom", f"--snapshot={snapshot}", f"--exclude-table-data={_SIGN_INS}"),
            f"--file={target}",
        )
    return kept


def _keep_sqlite(engine: Engine, target: Path) -> KeptDatabase:
    target.touch(mode=0o600)
    with engine.connect() as connection, closing(sqlite3.connect(target)) as copy:
        database = connection.connection.driver_connection
        assert isinstance(database, sqlite3.Connection)  # the only driver of that dialect here
        database.backup(copy)
        copy.execute("pragma journal_mode = delete")  # one file, no log beside it
        copy.execute("pragma secure_delete = on")
        copy.execute(f"delete from {_SIGN_INS}")
        copy.commit()
    kept = create_engine(f"sqlite:///{target}")
    try:
        with kept.connect() as connection:
            return _described(connection, target)
    finally:
        kept.dispose()


def _described(connection: Connection, file: Path) -> KeptDatabase:
    head = connection.execute(select(ChainHead.event_id, ChainHead.digest)).one()
    schema = connection.scalars(text("select version_num from alembic_version")).one()
    return KeptDatabase(file, bureau(connection).name, str(schema), int(head.event_id), str(head.digest))


def judge_sqlite(file: Path) -> None:
    """Raise BackupError unless the restored file is sound and its chain of events whole."""
    with closing(sqlite3.connect(file)) as connection:
        try:
            sound = connection.execute("pragma integrity_check").fetchone()[0] == "ok"
        except sqlite3.DatabaseError:
            sound = False
    if not sound:
        raise BackupError(_("The database in the backup is damaged; nothing was changed."))
    engine = connect_to(f"sqlite:///{file}")
    try:
        judge_chain(engine)
    finally:
        engine.dispose()


def judge_chain(engine: Engine) -> None:
    """Raise BackupError where the chain of events is broken."""
    with reading(engine) as connection:
        broken, __ = first_broken_link(connection)
    if broken is not None:
        raise BackupError(_("The event log in the backup is broken at event {number}.").format(number=broken))


def need_known_schema(schema: str) -> None:
    """Raise BackupError where the backup is of a newer version than this program."""
    if schema > newest_schema():
        raise BackupError(
            _("The backup is of a newer version ({schema}) than this program; install that first.").format(
                schema=schema
            )
        )
