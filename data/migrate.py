"""Bring the audit database to the newest schema, and say where it stands."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, inspect, make_url

from data.engine import writing
from data.events import start_chain
from data.schema import ChainHead

_ROOT = Path(__file__).resolve().parent.parent


def upgrade(engine: Engine) -> bool:
    """Run what migrations are missing, all or none; True where the database was new.

    The only place that makes the file of a SQLite database.
    """
    if engine.dialect.name == "sqlite":
        Path(str(engine.url.database)).touch(mode=0o600)
    with writing(engine) as connection:
        is_new = not inspect(connection).has_table(ChainHead.__tablename__)
        command.upgrade(_config(connection), "head")
        if is_new:
            start_chain(connection)
    return is_new


def is_current(engine: Engine) -> bool:
    """Whether the database is there and has the newest schema; a missing file is not made by asking."""
    if is_missing(engine.url):
        return False
    with engine.connect() as connection:
        applied = MigrationContext.configure(connection).get_current_revision()
        return applied == ScriptDirectory.from_config(_config(connection)).get_current_head()


def is_missing(url: str | URL) -> bool:
    """Whether the URL names a SQLite file that is not there."""
    parsed = make_url(url)
    return parsed.get_backend_name() == "sqlite" and not Path(str(parsed.database)).exists()


def _config(connection: Connection) -> Config:
    config = Config(str(_ROOT / "alembic.ini"))
    config.set_main_option("script_location", str(_ROOT / "data/migrations"))
    config.attributes["connection"] = connection
    return config
