"""Fixtures for all tests: empty databases on SQLite and on a temporary PostgreSQL cluster."""

import fcntl
import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
import pytest
from sqlalchemy import Engine, text
from streamlit.components.v2 import manifest_scanner

from bench.postgresql import binaries, cluster
from data.access import passwords
from data.demo.warehouse.build import demo_warehouse
from data.duck import open_duck, quoted
from data.engine import connect_to
from data.migrate import upgrade
from tests.begun import Beginnings
from tests.empty_again import New, empty_again, what_is_new
from tests.one_per_run import folder_of_run, one_per_run
from tests.quick_pages import open_quickly

SHARED_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
IN_CI = os.environ.get("CI") == "true"
# Tests run beside each other on every core: a small question on all of them only waits for itself.
os.environ.setdefault("AUDIT_THREADS", "1")
# Each run of a page in AppTest would read what every installed package says of itself, to find components.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
open_quickly()
# A hash that is dear to guess is dear to make, a quarter of a second each. `dear_hashes` has them as shipped.
_AS_SHIPPED = passwords.hashed.__defaults__
passwords.hashed.__defaults__ = (passwords.DEMO_ROUNDS,)


def pytest_configure() -> None:
    """Until all tests are collected nobody looks for garbage: what is imported meanwhile is none."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Nor is what was imported looked at afterwards."""
    gc.freeze()
    gc.enable()


def pytest_unconfigure() -> None:
    """At the end all goes: libraries written in C++ complain of what stays."""
    gc.unfreeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What passed only the second time is told in full: it may be a fault of the product."""
    for report in terminalreporter.stats.get("rerun", []):
        terminalreporter.section(f"failed, and tried once more: {report.nodeid}")
        terminalreporter.write_line(report.longreprtext)
        for title, content in report.sections:
            terminalreporter.write_line(f"--- {title}\n{content}")


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


@pytest.fixture
def dear_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed as in a bureau."""
    monkeypatch.setattr(passwords.hashed, "__defaults__", _AS_SHIPPED)


@pytest.fixture(scope="session")
def postgresql_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """URL, with `{name}` for the database, of a temporary PostgreSQL cluster; all test processes share it."""
    need(binaries() is not None, "PostgreSQL (initdb)")
    with one_per_run(folder_of_run(tmp_path_factory), "postgresql", _cluster_with_template()) as url:
        yield url


@contextmanager
def _cluster_with_template() -> Iterator[str]:
    """A cluster with a migrated database to copy, which is faster than migrating for each test."""
    settings = ("fsync=off", "full_page_writes=off", "autovacuum=off", "max_connections=300")
    with cluster(*settings) as url:
        on_server(url, "create database template_audit")
        engine = connect_to(url.format(name="template_audit"))
        upgrade(engine)
        engine.dispose()
        yield url


@dataclass(frozen=True)
class Again:
    """Migrated databases that tests have left, and that are empty again; `new` says what "empty" is."""

    new: New
    names: list[str]


@pytest.fixture(scope="session")
def postgresql_again(postgresql_url: str) -> Again:
    """What this test process has to use again: at first one database, made for it."""
    engine = connect_to(postgresql_url.format(name=(name := _new_database(postgresql_url))))
    with engine.connect() as connection:
        new = what_is_new(connection)
    engine.dispose()
    return Again(new, [name])


def _new_database(url: str) -> str:
    name = f"test_{os.urandom(6).hex()}"
    on_server(url, f"create database {name} template template_audit")
    return name


@pytest.fixture(scope="session")
def invented_tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB with the tables of the invented warehouse, to be read; all test processes share them."""
    folder = folder_of_run(tmp_path_factory)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(tmp_path_factory.mktemp("invented")))
        with one_per_run(folder, "invented", _invented(folder)) as file, closing(open_duck()) as connection:
            connection.execute(f"attach {quoted(Path(file))} as invented (read_only)")
            connection.execute("set search_path = 'memory.main,invented.main'")
            yield connection


@contextmanager
def _invented(folder: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        file = Path(place) / "invented.duckdb"
        with demo_warehouse() as connection:
            connection.execute(f"attach {quoted(file)} as kept")
            connection.execute("copy from database memory to kept")
        yield str(file)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy; all test processes share it."""
    folder = folder_of_run(tmp_path_factory)
    file, making = folder / "template.db", folder / "making.db"
    with (folder / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            making.unlink(missing_ok=True)  # of a process that was killed
            engine = connect_to(f"sqlite:///{making}")
            upgrade(engine)
            engine.dispose()  # what is in its log goes into the file
            making.rename(file)
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
def postgresql_engine(postgresql_url: str, postgresql_again: Again) -> Iterator[Engine]:
    """An empty, migrated PostgreSQL database of the test's own, under a name that there never was."""
    name = f"test_{os.urandom(6).hex()}"
    left = postgresql_again.names.pop() if postgresql_again.names else _new_database(postgresql_url)
    on_server(postgresql_url, f"alter database {left} rename to {name}")
    engine = connect_to(postgresql_url.format(name=name))
    yield engine
    engine.dispose()
    emptier = connect_to(postgresql_url.format(name=name))
    is_empty = empty_again(emptier, postgresql_again.new)
    emptier.dispose()
    if is_empty:
        postgresql_again.names.append(name)
    else:
        on_server(postgresql_url, f"drop database {name} with (force)")


@pytest.fixture(scope="session")
def beginnings(tmp_path_factory: pytest.TempPathFactory) -> Beginnings:
    """For what is dear to make and what several tests begin with: `beginnings.begin(engine, make)`."""
    return Beginnings(tmp_path_factory.mktemp("beginnings"))


def on_server(url: str, statement: str) -> None:
    """Tell the cluster something beside any database of a test."""
    server = connect_to(url.format(name="postgres")).execution_options(isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(statement))
    server.dispose()
