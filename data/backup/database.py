"""The database as one file: SQLite by its own backup, PostgreSQL by pg_dump; and back.

Sign-ins are left out of it: whoever holds the file, with the key that signs cookies in it, holds nobody's
sign-in.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, select, text

from data.backup.failures import BackupError
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
        _run(
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


def restore_postgresql(engine: Engine, dump: Path) -> None:
    """Put the dump into the database in one transaction: all of it, or nothing. Raises BackupError."""
    _run(
        "pg_restore",
        engine,
        *("--single-transaction", "--exit-on-error", "--clean", "--if-exists"),
        *("--no-owner", "--no-privileges", f"--dbname={engine.url.database}", str(dump)),
    )


def _run(program: str, engine: Engine, *words: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise BackupError(
            _(
                "{program} is not installed here; install the PostgreSQL client of the server's version."
            ).format(program=program)
        )
    ended = subprocess.run(  # noqa: S603 - our own words, and no shell
        [found, *words], env=_address(engine), capture_output=True, text=True, check=False
    )
    if ended.returncode != 0:
        said = (ended.stderr.strip().splitlines() or ["?"])[-1]
        raise BackupError(_("{program} failed: {reason}").format(program=program, reason=said))


def _address(engine: Engine) -> dict[str, str]:
    """Where the database is, as the programs take it: a password on a command line is everybody's to read."""
    url = engine.url
    query = {name: str(value) for name, value in url.query.items()}
    asked = {
        "PGHOST": query.get("host", url.host),
        "PGPORT": query.get("port", str(url.port) if url.port else None),
        "PGUSER": query.get("user", url.username),
        "PGPASSWORD": None if url.password is None else str(url.password),
        "PGDATABASE": url.database,
        "PGSSLMODE": query.get("sslmode"),
    }
    return dict(os.environ) | {name: value for name, value in asked.items() if value}
