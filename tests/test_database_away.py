"""A SQLite database that goes away and comes back: no empty file is made, and a server finds it again."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from data.engine import connect_to, reading, writing
from data.events import SignedIn, record
from data.schema import Event


def events(engine: Engine) -> int | None:
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(Event))


def test_a_missing_database_is_not_made(tmp_path: Path) -> None:
    engine = connect_to(f"sqlite:///{tmp_path / 'none.db'}")
    with pytest.raises(SQLAlchemyError):
        events(engine)
    assert not list(tmp_path.iterdir())


def test_a_running_server_finds_its_database_again(sqlite_engine: Engine, tmp_path: Path) -> None:
    file = Path(str(sqlite_engine.url.database))
    with writing(sqlite_engine) as connection:
        record(connection, "test", SignedIn())
    assert events(sqlite_engine) == 1
    away = tmp_path / "away"
    away.mkdir()
    for part in tmp_path.glob("audit.db*"):
        shutil.move(part, away / part.name)
    with pytest.raises(SQLAlchemyError):
        events(sqlite_engine)
    assert not file.exists()
    for part in away.iterdir():
        shutil.move(part, tmp_path / part.name)
    assert events(sqlite_engine) == 1


def test_a_restored_database_is_the_one_that_is_read(
    sqlite_engine: Engine, sqlite_template: Path, tmp_path: Path
) -> None:
    with writing(sqlite_engine) as connection:
        record(connection, "test", SignedIn())
    for part in tmp_path.glob("audit.db*"):
        part.unlink()
    shutil.copy(sqlite_template, tmp_path / "audit.db")
    assert events(sqlite_engine) == 0
