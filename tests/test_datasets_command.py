"""`manage.py datasets`: what it answers, refuses, and leaves in the log."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select

import manage
from data.engine import reading, writing
from data.schema import Event
from data.warehouse import dataset, files_of, newest
from queries.exporting.quarantine_export import quarantine_export
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER, signed


@pytest.fixture
def room(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A database with two data-room accounts and an auditor; a folder to make files in."""
    monkeypatch.setenv("AUDIT_DATABASE_URL", sqlite_engine.url.render_as_string())
    monkeypatch.setattr("commands.database_there.has_database", lambda _command: True)
    signed(sqlite_engine, KEEPER, OTHER_KEEPER, READER)
    with writing(sqlite_engine) as connection:
        connection.exec_driver_sql(
            "insert into account_role select account_id,"
            " case when user_name = 'reader' then 'auditor' else 'data_room' end from account"
        )
    return tmp_path


def made(folder: Path, name: str, content: str) -> str:
    file = folder / name
    file.write_text(content, "utf-8")
    return str(file)


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    """Exit status and the JSON answer of a `datasets` act."""
    status = manage.main(["datasets", *arguments, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_several_files_become_versions_of_one_dataset(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [made(room, f"{month}.csv", f"编号,金额\n{month},1.5\n") for month in ("一月", "二月")]
    status, answer = asked(capsys, "add", *files, "--type", "adhoc", "--name", "付款", "--owner", "keeper")
    assert status == 0
    assert (answer["dataset"], answer["version"], answer["rows"], answer["refused"]) == ("付款", 2, 2, 0)
    assert answer["encoding"] == "utf-8"
    assert [column["name"] for column in answer["columns"]] == ["编号", "金额"]
    assert len(answer["sha256"]) == 64
    assert answer["seconds"] > 0
    status, answer = asked(capsys, "add", files[0], "--type", "adhoc", "--name", "付款")
    assert (status, answer["version"], answer["rows"]) == (0, 3, 1)
    status, told = asked(capsys, "show", "付款")
    assert [(entry["version"], entry["change"], entry["rows"]) for entry in told["versions"]] == [
        (1, "replace", 1),
        (2, "append", 2),
        (3, "replace", 1),
    ]
    status, listed = asked(capsys, "list")
    assert [(entry["dataset"], entry["owner"], entry["rows"]) for entry in listed] == [("付款", "keeper", 1)]


def test_open_contracting_data_become_a_dataset_of_each_type(
    room: Path, capsys: pytest.CaptureFixture[str], sqlite_engine: Engine
) -> None:
    release = {
        "ocid": "1",
        "bids": {"details": [{"status": "valid", "tenderers": [{"id": "S"}], "value": {"amount": 5}}]},
    }
    file = made(room, "招标.jsonl", json.dumps(release) + "\nnothing\n")
    status, answer = asked(capsys, "add", file, "--type", "ocds", "--name", "招标")
    assert (status, answer["dataset"], answer["rows"]) == (0, "招标_tenders", 1)
    assert [entry["dataset"] for entry in answer["datasets"]] == [
        "招标_tenders",
        "招标_bids",
        "招标_suppliers",
    ]
    assert len({entry["sha256"] for entry in answer["datasets"]}) == 1, "each keeps the file that came"
    assert "1 行" in answer["notes"][-1]
    assert asked(capsys, "verify")[1] == {"versions": 3, "faults": []}
    refused = made(room, "b.jsonl", "{}\n")
    assert asked(capsys, "add", refused, "--type", "ocds")[0] == 1


def test_a_refusal_ends_with_one_and_says_why(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = made(room, "a.csv", "a,b\n1,2\n")
    status, answer = asked(capsys, "add", file, "--type", "payments")
    assert (status, bool(answer["error"])) == (1, True)
    assert asked(capsys, "add", file, "--type", "adhoc", "--as", "reader")[0] == 1
    assert asked(capsys, "add", file, "--type", "adhoc", "--as", "nobody")[0] == 1
    assert asked(capsys, "add", file, "--type", "adhoc", "--owner", "nobody")[0] == 1
    assert asked(capsys, "add", str(room / "gone.csv"), "--type", "adhoc")[0] == 1
    assert asked(capsys, "show", "a")[0] == 1
    assert asked(capsys, "list")[1] == []


def test_damage_is_found(room: Path, capsys: pytest.CaptureFixture[str], sqlite_engine: Engine) -> None:
    file = made(room, "a.csv", "a,b\n1,2\n")
    asked(capsys, "add", file, "--type", "adhoc")
    assert asked(capsys, "verify") == (0, {"versions": 1, "faults": []})
    with reading(sqlite_engine) as connection:
        facts = dataset(connection, "a")
        assert facts is not None
        version = newest(connection, facts.dataset_id)
    assert version is not None
    files_of(version)[0].write_bytes(b"x")
    status, answer = asked(capsys, "verify", "a")
    assert (status, [fault["fault"] for fault in answer["faults"]]) == (1, ["changed"])


def test_sharing_removing_and_cleaning(
    room: Path, capsys: pytest.CaptureFixture[str], sqlite_engine: Engine
) -> None:
    file = made(room, "a.csv", "a,b\n1,2\n")
    asked(capsys, "add", file, "--type", "adhoc", "--as", "keeper")
    assert asked(capsys, "share", "a", "--with-user", "reader", "--as", "keeper2")[0] == 1
    assert asked(capsys, "share", "a", "--with-user", "reader", "--as", "keeper")[0] == 0
    assert asked(capsys, "list", "--as", "reader")[1][0]["may_read"] is True
    assert asked(capsys, "remove", "a", "--as", "reader", "--reason", "x")[0] == 1
    assert asked(capsys, "remove", "a")[0] == 1
    assert asked(capsys, "remove", "a", "--as", "keeper", "--reason", "重复")[0] == 0
    assert asked(capsys, "list")[1] == []
    assert asked(capsys, "clean")[1]["datasets"][0]["versions"] == 1
    assert asked(capsys, "clean", "--yes")[1] == {"done": True, "datasets": []}  # kept for thirty days
    assert asked(capsys, "restore", "a", "--as", "keeper")[1] == {"dataset": "a"}
    assert asked(capsys, "list", "--as", "reader")[1][0]["may_read"] is True
    assert asked(capsys, "restore", "a")[0] == 1
    assert asked(capsys, "remove", "a", "--as", "keeper", "--reason", "重复")[0] == 0
    assert len(asked(capsys, "clean", "--yes", "--early")[1]["datasets"]) == 1
    assert asked(capsys, "clean", "--list")[1]["datasets"] == []
    with reading(sqlite_engine) as connection:
        kinds = list(connection.scalars(select(Event.kind).order_by(Event.event_id)))
    assert [kind for kind in kinds if kind != "action_refused"] == [
        "dataset_version_added",
        "dataset_shared",
        "dataset_removed",
        "dataset_restored",
        "dataset_removed",
        "dataset_files_cleaned",
    ]


def test_people_are_told_in_words(room: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = made(room, "a.csv", "a,b\n1,2\n")
    assert manage.main(["datasets", "add", file, "--type", "adhoc"]) == 0
    assert "a 第 1 版，本次 1 行，共 1 行，2 列" in capsys.readouterr().out
    for act in ("list", "verify", "clean", "drop"):
        assert manage.main(["datasets", act]) == 0
    assert manage.main(["datasets", "show", "a"]) == 0
    assert "第 1 版" in capsys.readouterr().out
    assert manage.main(["datasets", "test", "--list"]) == 0


def test_corrected_rows_come_in(
    room: Path, capsys: pytest.CaptureFixture[str], sqlite_engine: Engine
) -> None:
    heading = "付款单号,付款单位,收款单位,付款日期,金额\n"
    file = made(room, "付款.csv", f"{heading}F1,市教育局,甲公司,2026-01-05,1.5\nF2,市教育局,,2026-01-06,2\n")
    __, answer = asked(capsys, "add", file, "--type", "payments", "--owner", "keeper")
    assert (answer["rows"], answer["refused"]) == (1, 1)
    content = quarantine_export(sqlite_engine, KEEPER, "付款", 1, "csv").decode("utf-8-sig")
    corrected = made(room, "更正.csv", content.replace("市教育局,,", "市教育局,乙公司,"))
    status, answer = asked(capsys, "correct", "付款", corrected, "--as", "keeper2")
    assert (status, "没有权限" in answer["error"]) == (1, True)
    status, answer = asked(capsys, "correct", "付款", corrected, "--version", "1", "--as", "keeper")
    told = {
        key: answer[key] for key in ("version", "corrects", "rows", "added", "refused", "already", "left")
    }
    assert told == {
        "version": 2,
        "corrects": 1,
        "rows": 2,
        "added": 1,
        "refused": 0,
        "already": 0,
        "left": 0,
    }
    assert asked(capsys, "correct", "付款", corrected)[0] == 1
