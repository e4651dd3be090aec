"""The source of figures: whole or made again, true to its version, kept while read, its owner's alone."""

import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from components import session
from data.engine import writing
from data.figure_copy import Copied, copy_tables
from data.settings import var_dir
from queries import figure_file
from queries.source import Source, newest_version, open_source
from tests.ledger_rows import add_finding, add_house, settle

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def ledger(sqlite_engine: Engine) -> Engine:
    """A database with one finding."""
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_finding(connection)
        settle(connection)
    return sqlite_engine


@pytest.fixture
def page(ledger: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """The same, with a page's run begun over it."""
    monkeypatch.setattr(session, "engine", lambda: ledger)
    monkeypatch.setattr(session.st, "session_state", {"data_version": newest_version(ledger)})
    session._opened.clear()
    yield ledger
    session._opened.clear()


def find_one_more(engine: Engine) -> None:
    with writing(engine) as connection:
        add_finding(connection)
        settle(connection)


def findings(opened: Source, table: str = "finding_base") -> int:
    return int(opened.rows(f"select count(*) from {table}")[0][0])


def figures() -> Path:
    return var_dir() / "figures"


def halve(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def overwrite(file: Path) -> None:
    file.write_bytes(b"0" * file.stat().st_size)


@pytest.mark.parametrize("harm", [Path.unlink, halve, overwrite])
def test_a_damaged_copy_is_made_again(ledger: Engine, harm: Callable[[Path], None]) -> None:
    file = open_source(ledger).file
    harm(file)
    healed = open_source(ledger)
    assert (healed.file, findings(healed, "finding"), findings(healed)) == (file, 1, 1)
    assert [entry.name for entry in figures().iterdir()] == [healed.version]


def test_two_processes_read_one_copy(ledger: Engine) -> None:
    opened = open_source(ledger)
    look = (
        f"import duckdb; print(duckdb.connect({str(opened.file)!r}, read_only=True).sql('from finding_base'))"
    )
    subprocess.run([sys.executable, "-c", look], check=True, capture_output=True)
    assert findings(opened) == 1


def test_a_running_server_survives_the_loss_of_its_copy(page: Engine) -> None:
    assert findings(session.source()) == 1
    shutil.rmtree(figures())
    assert findings(session.source()) == 1
    session.source().file.unlink()
    assert findings(session.source()) == 1


def test_a_copy_is_named_for_the_state_it_shows(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with writing(engine) as connection:
        add_house(connection)
        settle(connection)
    copy = copy_tables

    def copy_after_a_change(engine: Engine, *where: Any) -> Copied:
        find_one_more(engine)
        return copy(engine, *where)

    before = newest_version(engine)
    monkeypatch.setattr(figure_file, "copy_tables", copy_after_a_change)
    opened = open_source(engine)
    assert (findings(opened), opened.version) == (1, newest_version(engine))
    assert not (figures() / before).exists()


def test_a_page_shows_the_version_it_began_with(page: Engine) -> None:
    began_with = session.version()
    find_one_more(page)
    session._opened.clear()  # as another process of the same bureau would meet it
    assert (findings(session.source()), session.version()) == (1, began_with)
    assert findings(open_source(page)) == 2


def test_a_version_that_is_no_more_gives_way_to_the_newest(page: Engine) -> None:
    began_with = session.version()
    find_one_more(page)
    shutil.rmtree(figures() / began_with)
    session._opened.clear()
    assert (session.version(), findings(session.source())) == (newest_version(page), 2)


def test_copies_are_kept_while_a_page_may_show_them(ledger: Engine) -> None:
    hours_old = {f"{hours:02d}": hours for hours in range(3, 8)}
    minutes_old = {f"m{minutes:02d}": minutes / 60 for minutes in range(1, 15)}
    unfinished = {"building-now": 0.5, "building-old": 25}
    for name, hours in (hours_old | unfinished).items():
        age(name, hours)
    newest = open_source(ledger).version
    assert {entry.name for entry in figures().iterdir()} == {newest, "03", "04", "building-now"}
    for name, hours in minutes_old.items():
        age(name, hours)
    find_one_more(ledger)
    open_source(ledger)
    left = {entry.name for entry in figures().iterdir() if not entry.name.startswith("building-")}
    assert len(left) == 12
    assert {newest, newest_version(ledger), "m01", "m10"} <= left


def age(name: str, hours: float) -> None:
    folder = figures() / name
    folder.mkdir(parents=True)
    changed_at = time.time() - hours * 3600
    os.utime(folder, (changed_at, changed_at))


def test_a_full_disk_is_not_taken_for_a_copy_that_is_there(
    ledger: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = figures() / newest_version(ledger)

    def run_full(*copied: object) -> None:
        there.mkdir()  # another process finishes meanwhile
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(figure_file, "copy_tables", run_full)
    with pytest.raises(OSError, match="No space left"):
        open_source(ledger)
    assert list(figures().glob("building-*")) == []


def test_the_database_is_its_owners_alone_in_a_folder_open_to_all(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)
    subprocess.run(
        [sys.executable, "manage.py", "init"],
        cwd=ROOT,
        env=os.environ | {"AUDIT_VAR_DIR": str(folder)},
        umask=0o022,
        check=True,
        capture_output=True,
    )
    assert stat.S_IMODE((folder / "audit.db").stat().st_mode) == 0o600
