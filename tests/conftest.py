"""Fixtures for all tests: empty databases on SQLite and on a temporary PostgreSQL cluster."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bench.postgresql import binaries, cluster
from data.engine import connect_to
from data.migrate import upgrade

SHARED_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
IN_CI = os.environ.get("CI") == "true"
# Tests run beside each other on every core: a small question on all of them only waits for itself.
os.environ.setdefault("AUDIT_THREADS", "1")


def need(is_there: bool, what: str) -> None:
    """Skip, with the reason, where something is missing; in CI that is a failure."""
    if not is_there:
        if IN_CI:
            pytest.fail(f"{what} is missing, and CI may not go without")
        pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of real data with known answers."""
    if not SHARED_DATA.is_dir():
        pytest.skip("real data (../shared/data) is not beside the project")
    return SHARED_DATA


@pytest.fixture(autouse=True)
def own_var_dir(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has a run-time folder of its own and no database URL from outside.

    Only those that look at the pages of `bureau_engine` share its folder, and its figures.
    """
    folder = tmp_path / "var"
    if "bureau_engine" in request.fixturenames:
        return folder
    monkeypatch.setenv("AUDIT_VAR_DIR", str(folder))
    monkeypatch.delenv("AUDIT_DATABASE_URL", raising=False)
    return folder


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """URL, with `{name}` for the database, of a temporary PostgreSQL cluster."""
    need(binaries() is not None, "PostgreSQL (initdb)")
    with cluster("fsync=off", "full_page_writes=off") as url:
        yield url


@pytest.fixture(scope="session")
def postgresql_template(postgresql_url: str) -> str:
    """Words that create a database as a copy of a migrated one: much faster than migrating for each test."""
    on_server(postgresql_url, "create database template_audit")
    engine = connect_to(postgresql_url.format(name="template_audit"))
    upgrade(engine)
    with engine.connect() as connection:
        version = int(connection.exec_driver_sql("show server_version_num").scalar_one())
    engine.dispose()
    # From 15 on, pages would go through the log one by one, which takes twice the time.
    return "template template_audit" + (" strategy file_copy" if version >= 150_000 else "")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    file = tmp_path_factory.mktemp("sqlite") / "audit.db"
    engine = connect_to(f"sqlite:///{file}")
    upgrade(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("pragma wal_checkpoint(truncate)")
    engine.dispose()
    return file


@pytest.fixture
def sqlite_engine(sqlite_template: Path, tmp_path: Path) -> Iterator[Engine]:
    """An empty, migrated SQLite database of the test's own."""
    file = tmp_path / "audit.db"
    shutil.copy(sqlite_template, file)
    engine = connect_to(f"sqlite:///{file}")
    yield engine
    engine.dispose()


@pytest.fixture
def empty_postgresql(postgresql_url: str) -> Iterator[Engine]:
    """A PostgreSQL database of the test's own without any table."""
    name = f"test_{os.urandom(6).hex()}"
    on_server(postgresql_url, f"create database {name}")
    engine = connect_to(postgresql_url.format(name=name))
    yield engine
    engine.dispose()
    on_server(postgresql_url, f"drop database {name} with (force)")


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """An empty, migrated database of the test's own, on each engine in turn."""
    found: Engine = request.getfixturevalue(f"{request.param}_engine")
    return found


@pytest.fixture
def postgresql_engine(postgresql_url: str, postgresql_template: str) -> Iterator[Engine]:
    """An empty, migrated PostgreSQL database of the test's own."""
    name = f"test_{os.urandom(6).hex()}"
    on_server(postgresql_url, f"create database {name} {postgresql_template}")
    engine = connect_to(postgresql_url.format(name=name))
    yield engine
    engine.dispose()
    on_server(postgresql_url, f"drop database {name} with (force)")


def on_server(url: str, statement: str) -> None:
    """Tell the cluster something beside any database of a test."""
    server = connect_to(url.format(name="postgres")).execution_options(isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(statement))
    server.dispose()
