"""The columnar copy reaches the database wherever it is: odd folders, odd passwords, schemas of one's own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest
from sqlalchemy import URL, Engine, make_url, text

from data.duck import open_duck
from data.engine import connect_to, writing
from data.figure_copy import TABLES, Copied, DatabaseUnreachableError, copy_tables, declare_tables
from data.migrate import upgrade
from data.settings import database_url
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import value
from queries.source import open_source
from tests.ledger_rows import add_finding, add_house, settle

PASSWORD = "a b+c@/%#?:'\\"
FINDINGS, FILTERS = kpis()["findings"], Filters(as_of=date(2024, 6, 30))


@pytest.fixture
def target() -> Iterator[duckdb.DuckDBPyConnection]:
    with open_duck() as opened:
        declare_tables(opened)
        yield opened


@pytest.fixture
def server(postgresql_url: str) -> Iterator[URL]:
    """An empty database of the test's own, with a password that trust does not ask for."""
    name = f"test_{os.urandom(6).hex()}"
    engine = connect_to(postgresql_url.format(name="postgres"))
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text(f"create database {name}"))
        yield make_url(postgresql_url.format(name=name)).set(password=PASSWORD)
        connection.execute(text(f"drop database {name} with (force)"))
    engine.dispose()


def engine_of(url: URL) -> Engine:
    return connect_to(url.render_as_string(hide_password=False))


def findings_in(engine: Engine) -> float | int | None:
    """The figure, in a new database with one finding."""
    upgrade(engine)
    with writing(engine) as connection:
        add_house(connection)
        add_finding(connection)
        settle(connection)
    found = value(open_source(engine), FINDINGS, FILTERS).value
    engine.dispose()
    return found


def test_a_password_of_any_signs_is_read_as_it_was_meant(server: URL) -> None:
    assert findings_in(engine_of(server)) == 1


def test_a_schema_in_the_options_is_the_one_that_is_copied(server: URL) -> None:
    engine = engine_of(server)
    with writing(engine) as connection:
        connection.execute(text("create schema audit"))
    engine.dispose()
    assert findings_in(engine_of(server.update_query_dict({"options": "-c search_path=audit"}))) == 1


def test_the_first_host_that_answers_is_copied(server: URL) -> None:
    hosts = ("/nowhere:5432", f"{server.query['host']}:5432")
    assert findings_in(engine_of(server.update_query_dict({"host": hosts}))) == 1


@pytest.mark.parametrize("host", ["/nowhere", "/no where,/nor here"])
def test_a_failed_connection_says_why_without_the_password(
    server: URL, target: duckdb.DuckDBPyConnection, tmp_path: Path, host: str
) -> None:
    with pytest.raises(DatabaseUnreachableError, match="No such file") as failure:
        copy_tables(engine_of(server.update_query_dict({"host": host})), target, tmp_path)
    assert PASSWORD not in str(failure.getrepr(showlocals=False))
    assert "b+c" not in str(failure.value)
    assert failure.value.__suppress_context__


def test_the_run_time_folder_may_have_odd_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "it's 100% #1; 审计"
    monkeypatch.setenv("AUDIT_VAR_DIR", str(folder))
    assert findings_in(connect_to(database_url())) == 1
    assert (folder / "audit.db").is_file()
    monkeypatch.setenv("AUDIT_VAR_DIR", str(tmp_path / "which?"))
    with pytest.raises(ValueError, match="question mark"):
        database_url()


def test_a_copy_never_makes_a_database(target: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="not there"):
        copy_tables(connect_to(f"sqlite:///{tmp_path / 'none.db'}"), target, tmp_path)
    assert not (tmp_path / "none.db").exists()


def test_all_tables_are_copied_and_of_accounts_only_what_people_are_called(
    engine: Engine, target: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    assert copy_tables(engine, target, tmp_path) == Copied(0, None, frozenset({"bureau_setting"}))
    assert {name for (name,) in target.execute("show tables").fetchall()} == set(TABLES)
    assert not {"account_role", "account_session", "event", "finding_change"} & set(TABLES)
    of_accounts = {name for (name, *_more) in target.execute("describe account").fetchall()}
    belong = {"region_code", "section_code", "staff_code"}
    assert of_accounts == {"account_id", "user_name", "display_name"} | belong


def test_other_processes_still_know_that_the_database_is_open(
    sqlite_engine: Engine, target: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """A log that somebody throws away while the server writes to it takes all later commits with it."""
    file, folder = tmp_path / "audit.db", tmp_path / "copy"
    folder.mkdir()
    look = f"import sqlite3; c = sqlite3.connect({str(file)!r}); c.execute('select 1 from event'); c.close()"
    with sqlite_engine.connect() as connection:
        connection.execute(text("select count(*) from event"))
        connection.rollback()
        copy_tables(sqlite_engine, target, folder)
        subprocess.run([sys.executable, "-c", look], check=True)
        assert file.with_name("audit.db-wal").exists()
    assert not list(folder.iterdir())
