"""Bring the audit database to the newest schema, and say where it stands."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, inspect, make_url, text

from data.engine import writing
from data.events import start_chain
from data.schema import ChainHead

if TYPE_CHECKING:
    from alembic.config import Config

_ROOT = Path(__file__).resolve().parent.parent
_MIGRATIONS = _ROOT / "data/migrations"
_REVISION = re.compile(r'^revision = "(\d+)"$', re.MULTILINE)


def upgrade(engine: Engine) -> bool:
    """Run what migrations are missing, all or none; True where the database was new.

    The only place that makes the file of a SQLite database.
    """
    # Every command asks whether the schema is current, and only this one has to load what changes it.
    from alembic import command  # noqa: PLC0415

    from data.search.upkeep import after_upgrade  # noqa: PLC0415

    if engine.dialect.name == "sqlite":
        Path(str(engine.url.database)).touch(mode=0o600)
    with writing(engine) as connection:
        is_new = not inspect(connection).has_table(ChainHead.__tablename__)
        command.upgrade(_config(connection), "head")
        if is_new:
            start_chain(connection)
        after_upgrade(connection)
    return is_new


def is_current(engine: Engine) -> bool:
    """Whether the database is there and has the newest schema; a missing file is not made by asking."""
    if is_missing(engine.url):
        return False
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return connection.scalars(text("select version_num from alembic_version")).all() == [newest_schema()]


def newest_schema() -> str:
    """The number of the newest migration."""
    files = (_MIGRATIONS / "versions").glob("*.py")
    return max(str(number) for file in files for number in _REVISION.findall(file.read_text("utf-8")))


def is_missing(url: str | URL) -> bool:
    """Whether the URL names a SQLite file that is not there."""
    parsed = make_url(url)
    return parsed.get_backend_name() == "sqlite" and not Path(str(parsed.database)).exists()


def _config(connection: Connection) -> "Config":
    from alembic.config import Config  # noqa: PLC0415

    config = Config(str(_ROOT / "alembic.ini"))
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    return config
