"""One file holds everything; it is restored whole or not at all."""

import io
import shutil
import sqlite3
import tarfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, insert, inspect, select

from data.access.roles import User
from data.attachments import attach, unsound
from data.backup import BackupError, check, restore, write_backup
from data.backup.database import keep_database
from data.backup.postgresql import restore_postgresql
from data.engine import connect_to, now, reading, writing
from data.events import first_broken_link
from data.schema import Account, AccountSession
from data.schema.all_tables import ALL_TABLES
from manage import main
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import value
from queries.source import open_source
from tests.conftest import need
from tests.ledger_rows import add_a_varied_ledger, add_house

USER = User("rectify", "某人", frozenset({"rectification"}))
DAY = date(2025, 6, 30)
FIGURES = ("findings", "rectification_rate_by_amount", "overdue_amount", "transfer_rate")


@pytest.fixture
def house(engine: Engine, own_var_dir: Path) -> Engine:
    """A bureau with findings, a file attached, files of the warehouse, hits of a run, a key, a sign-in."""
    if engine.dialect.name == "postgresql":
        need(shutil.which("pg_dump") is not None, "pg_dump")
    with writing(engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
        connection.execute(
            insert(Account).values(user_name="a", display_name="甲", password_hash="x", created_at=now())
        )
        connection.execute(
            insert(AccountSession).values(
                session_id="secret-sign-in", account_id=1, started_at=now(), last_active_at=now()
            )
        )
    attach(engine, USER, ("finding", 1), "证据.pdf", b"%PDF evidence")
    for name in (
        "warehouse/versions/v1/part-0.parquet",
        "models/r1/hits.parquet",
        "layers/1.parquet",
        "cookie.key",
    ):
        file = own_var_dir / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    for name in ("warehouse/incoming/x/half", "attachments/ab/cd.1.part", "figures/copy", "wall/last.json"):
        file = own_var_dir / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("can be made again")
    return engine


def figures(engine: Engine) -> list[object]:
    source = open_source(engine)
    return [value(source, kpis()[name], Filters(as_of=DAY)) for name in FIGURES]


def row_counts(engine: Engine) -> dict[str, int]:
    with reading(engine) as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in ALL_TABLES.sorted_tables
            if table.name not in {"event", "account_session"}
        }


def row_counts_of(engine: Engine, table: str) -> int:
    with reading(engine) as connection:
        return int(connection.exec_driver_sql(f"select count(*) from {table}").scalar_one())


def elsewhere(
    engine: Engine, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """A new place: a run-time folder that is not there yet, and an empty database. Its URL."""
    monkeypatch.setenv("AUDIT_VAR_DIR", str(tmp_path / "new place"))
    if engine.dialect.name == "sqlite":
        return f"sqlite:///{tmp_path / 'new place' / 'audit.db'}"
    empty: Engine = request.getfixturevalue("empty_postgresql")
    return empty.url.render_as_string(hide_password=False)


def test_what_is_restored_elsewhere_is_what_was_kept(house, request, tmp_path, own_var_dir, monkeypatch):
    before, rows = figures(house), row_counts(house)
    file = tmp_path / "kept.tar"
    manifest = write_backup(house, file, user_name="command line")
    assert file.stat().st_mode & 0o777 == 0o600
    assert [part.name for part in manifest.parts][1:] == [
        "warehouse/versions/v1/part-0.parquet",
        "models/r1/hits.parquet",
        next(part.name for part in manifest.parts if part.name.startswith("attachments/")),
        "layers/1.parquet",
        "cookie.key",
    ]
    assert check(file) == manifest

    url = elsewhere(house, request, tmp_path, monkeypatch)
    done = restore(url, file, replace=False, user_name="command line")
    assert done.replaced is None
    again = connect_to(url)
    assert (figures(again), row_counts(again)) == (before, rows)
    with reading(again) as connection:
        assert connection.scalar(select(func.count()).select_from(AccountSession)) == 0
        broken, events = first_broken_link(connection)
        assert (broken, events) == (None, manifest.events + 1)  # and the restoring itself
        assert unsound(connection) == ()
    again.dispose()
    new = tmp_path / "new place"
    assert (new / "cookie.key").read_text() == "cookie.key"
    assert (
        new / "warehouse/versions/v1/part-0.parquet"
    ).read_text() == "warehouse/versions/v1/part-0.parquet"
    assert not list(new.rglob("restoring-*"))


def test_data_that_is_there_is_replaced_only_when_asked_and_kept(house, tmp_path, own_var_dir):
    file = tmp_path / "kept.tar"
    write_backup(house, file, user_name="command line")
    url = house.url.render_as_string(hide_password=False)
    with writing(house) as connection:
        connection.exec_driver_sql("update finding set title = 'changed since'")
    (own_var_dir / "models/r1/hits.parquet").write_text("changed since")
    with pytest.raises(BackupError, match="--replace"):
        restore(url, file, replace=False, user_name="command line")
    done = restore(url, file, replace=True, user_name="command line")
    house.dispose()
    with reading(house) as connection:
        assert "changed since" not in connection.exec_driver_sql("select title from finding").scalars().all()
    assert (own_var_dir / "models/r1/hits.parquet").read_text() == "models/r1/hits.parquet"
    assert done.replaced is not None
    assert (done.replaced / "models/r1/hits.parquet").read_text() == "changed since"


@pytest.fixture
def kept_on_postgresql(postgresql_engine: Engine, tmp_path: Path) -> tuple[Engine, Path]:
    """A small database of PostgreSQL in force, and its dump."""
    need(shutil.which("psql") is not None, "psql")
    with writing(postgresql_engine) as connection:
        add_house(connection)
        add_a_varied_ledger(connection)
    return postgresql_engine, keep_database(postgresql_engine, tmp_path).file


def test_an_older_backup_goes_over_the_tables_of_a_newer_version(kept_on_postgresql):
    engine, dump = kept_on_postgresql
    before, rows = figures(engine), row_counts(engine)
    with writing(engine) as connection:
        connection.exec_driver_sql(
            "create table newer (finding_id bigint references finding (finding_id), part_of bigint)"
        )
        connection.exec_driver_sql(
            "create view newer_view as select * from newer join finding using (finding_id)"
        )
        connection.exec_driver_sql("insert into newer select finding_id from finding")
        connection.exec_driver_sql("update finding set amount_fen = 1")
    restore_postgresql(engine, dump)
    engine.dispose()
    assert (figures(engine), row_counts(engine)) == (before, rows)
    assert {"newer", "newer_view"}.isdisjoint(
        inspect(engine).get_table_names() + inspect(engine).get_view_names()
    )


@pytest.mark.parametrize("fault", ["the dump is cut", "the server refuses"])
def test_a_restore_that_fails_leaves_the_old_rows(kept_on_postgresql, fault):
    engine, dump = kept_on_postgresql
    with writing(engine) as connection:
        connection.exec_driver_sql("update finding set title = 'as it was'")
        if fault == "the server refuses":  # a type has the name that the rows of a table would have
            connection.exec_driver_sql("alter table snapshot rename to snapshot_before")
            connection.exec_driver_sql("create type snapshot as enum ('x')")
        else:
            dump.write_bytes(_cut(dump.read_bytes()))
    rows = {"finding": row_counts_of(engine, "finding"), "event": row_counts_of(engine, "event")}
    with pytest.raises(BackupError, match="psql" if fault == "the server refuses" else "pg_restore"):
        restore_postgresql(engine, dump)
    engine.dispose()
    assert rows == {name: row_counts_of(engine, name) for name in rows}
    with reading(engine) as connection:
        assert set(connection.exec_driver_sql("select title from finding").scalars()) == {"as it was"}


def test_tables_of_another_program_are_not_dropped(kept_on_postgresql, empty_postgresql):
    __, dump = kept_on_postgresql
    with writing(empty_postgresql) as connection:
        connection.exec_driver_sql("create table anothers (x int)")
    restore_postgresql(empty_postgresql, dump)
    empty_postgresql.dispose()
    assert {"anothers", "finding"} <= set(inspect(empty_postgresql).get_table_names())


def _cut(content: bytes) -> bytes:
    return content[: len(content) * 2 // 3]


def _cut_behind_the_last_file(content: bytes) -> bytes:
    return content[: content.rindex(b"manifest.json")] + bytes(1024)


def _flip(content: bytes) -> bytes:
    place = content.index(b"%PDF evidence")
    return content[:place] + b"%PDF Evidence" + content[place + 13 :]


def _flip_in_the_list(content: bytes) -> bytes:
    return content.replace(b'"schema": "', b'"Schema": "', 1)


@pytest.fixture
def kept_on_sqlite(sqlite_engine, tmp_path, monkeypatch) -> tuple[Engine, Path]:
    """A small database in force, and its backup."""
    with writing(sqlite_engine) as connection:
        add_house(connection)
    attach(sqlite_engine, USER, ("finding", 1), "证据.pdf", b"%PDF evidence")
    file = tmp_path / "kept.tar"
    write_backup(sqlite_engine, file, user_name="command line")
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))
    return sqlite_engine, file


def test_a_whole_log_names_a_file_that_is_gone(kept_on_sqlite, own_var_dir, capsys):
    assert main(["log", "verify"]) == 0
    assert "Newest digest" in capsys.readouterr().out
    next(each for each in (own_var_dir / "attachments").rglob("*") if each.is_file()).unlink()
    assert main(["log", "verify"]) == 1
    assert "证据.pdf" in capsys.readouterr().out


@pytest.mark.parametrize("spoil", [_cut, _cut_behind_the_last_file, _flip, _flip_in_the_list, lambda _: b"x"])
def test_a_spoilt_file_changes_nothing(kept_on_sqlite, own_var_dir, spoil, capsys):
    engine, file = kept_on_sqlite
    file.write_bytes(spoil(file.read_bytes()))
    state = {each: each.read_bytes() for each in own_var_dir.rglob("*") if each.is_file()}
    assert main(["restore", str(file), "--replace"]) == 1
    assert "没有改动" in capsys.readouterr().err
    assert main(["backup", str(file), "--check"]) == 1
    assert {each: each.read_bytes() for each in own_var_dir.rglob("*") if each.is_file()} == state
    with reading(engine) as connection:
        assert first_broken_link(connection)[0] is None


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "warehouse/../../outside", "elsewhere/file"])
def test_nothing_is_written_beside_its_place(sqlite_engine, own_var_dir, tmp_path, name):
    file = tmp_path / "kept.tar"
    write_backup(sqlite_engine, file, user_name="command line")
    hostile = tmp_path / "hostile.tar"
    with tarfile.open(file) as source, tarfile.open(hostile, "w") as target:
        first = tarfile.TarInfo(name)
        first.size = 3
        target.addfile(first, io.BytesIO(b"bad"))
        for member in source:
            target.addfile(member, source.extractfile(member))
    with pytest.raises(BackupError):
        restore(f"sqlite:///{own_var_dir / 'new.db'}", hostile, replace=True, user_name="command line")
    assert not list(tmp_path.rglob("outside"))


def test_a_swap_that_fails_puts_everything_back(sqlite_engine, own_var_dir, tmp_path, monkeypatch):
    attach(sqlite_engine, USER, ("finding", 1), "证据.pdf", b"%PDF evidence")
    (own_var_dir / "layers").mkdir()
    (own_var_dir / "layers/1.parquet").write_text("as it was")
    file = tmp_path / "kept.tar"
    write_backup(sqlite_engine, file, user_name="command line")
    state = {each: each.read_bytes() for each in own_var_dir.rglob("*") if each.is_file()}
    rename = Path.rename

    def full(self: Path, target: Path) -> Path:
        if "restoring-" in str(self) and self.name == "layers":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        restore(str(sqlite_engine.url), file, replace=True, user_name="command line")
    assert {each: each.read_bytes() for each in own_var_dir.rglob("*") if each.is_file()} == state


def test_no_sign_in_is_in_the_file(house, tmp_path):
    if house.dialect.name == "postgresql":
        pytest.skip("the dump is compressed; its rows are counted after restoring")
    write_backup(house, tmp_path / "kept.tar", user_name="command line")
    assert b"secret-sign-in" not in (tmp_path / "kept.tar").read_bytes()


def test_an_existing_file_is_not_written_over(sqlite_engine, tmp_path):
    file = tmp_path / "kept.tar"
    file.write_text("something else")
    with pytest.raises(BackupError):
        write_backup(sqlite_engine, file, user_name="command line")
    assert file.read_text() == "something else"


def test_what_the_other_engine_wrote_or_a_newer_version_is_refused(sqlite_engine, own_var_dir, tmp_path):
    with closing(sqlite3.connect(str(sqlite_engine.url.database))) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
        connection.commit()
    file = tmp_path / "kept.tar"
    write_backup(sqlite_engine, file, user_name="command line")
    with pytest.raises(BackupError, match="9999"):
        restore(f"sqlite:///{own_var_dir / 'new.db'}", file, replace=False, user_name="command line")
    with pytest.raises(BackupError, match="postgresql"):
        restore("postgresql+psycopg://nobody@nowhere/x", file, replace=False, user_name="command line")
    assert check(file).schema == "9999"


def test_no_part_is_left_behind_by_a_backup_that_fails(sqlite_engine, own_var_dir, tmp_path, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tarfile.TarFile, "addfile", full)
    with pytest.raises(OSError, match="No space"):
        write_backup(sqlite_engine, tmp_path / "kept.tar", user_name="command line")
    assert not list(tmp_path.glob("kept.tar*"))
