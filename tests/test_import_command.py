"""`manage.py import findings` and `manage.py template`: what they print, write and end with."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from data.engine import reading
from data.schema import Event, Finding
from manage import main
from tests.ledgers import finding_row, ledger_csv, ruijin_csv


@pytest.fixture
def bureau(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))
    return sqlite_engine


def findings(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.scalar(select(func.count(Finding.finding_id))) or 0


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_import_dry_run_then_import_then_again(
    bureau: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "瑞金.csv"
    file.write_bytes(ruijin_csv("gb18030"))
    words = ["import", "findings", str(file), "--preset", "ledger_zh", "--as-of", "2021-12-28", "--json"]
    assert main([*words, "--dry-run"]) == 0
    dry = answer(capsys)
    assert (dry["added"], dry["files"][0]["event_id"], findings(bureau)) == (50, None, 0)
    assert main(words) == 0
    done = answer(capsys)
    assert (done["added"], done["refused"], done["files"][0]["as_of"]) == (50, 0, "2021-12-28")
    assert main(words) == 0
    assert answer(capsys)["unchanged"] == findings(bureau) == 50


def test_refused_rows_are_printed_and_written(
    bureau: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, refused = tmp_path / "台账.csv", tmp_path / "拒绝.csv"
    file.write_bytes(ledger_csv(finding_row(), finding_row(问题编号="W-2", 送达日期="=1+1")))
    assert main(["import", "findings", str(file), "--refused", str(refused)]) == 0
    printed = capsys.readouterr().out
    assert "新增 1，变更 0，不变 0，拒绝 1" in printed
    assert "台账 第 3 行 [送达日期] '=1+1'：不是日期" in printed
    assert "台账.csv,台账,3,送达日期,'=1+1,不是日期" in refused.read_text("utf-8-sig")


def test_a_file_that_is_refused_stops_no_other_and_shows_in_the_exit_status(
    bureau: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = tmp_path / "坏.xlsx", tmp_path / "好.csv"
    bad.write_bytes(b"x")
    good.write_bytes(ledger_csv(finding_row()))
    words = ["import", "findings", str(bad), str(tmp_path / "没有.csv"), str(good)]
    assert main(words) == 1
    told = capsys.readouterr()
    assert "坏.xlsx：整个文件被拒绝" in told.err
    assert "没有.csv：整个文件被拒绝" in told.err
    assert "Traceback" not in told.err
    assert findings(bureau) == 1
    with reading(bureau) as connection:
        assert connection.execute(select(Event.kind, Event.actor)).all() == [
            ("findings_imported", "command line")
        ]


def test_an_unknown_preset_and_a_database_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(ledger_csv(finding_row()))
    assert main(["import", "findings", str(file)]) == 1
    assert "manage.py init" in capsys.readouterr().err
    assert main(["init"]) == 0
    assert main(["import", "findings", str(file), "--preset", "nonsense"]) == 2


def test_the_template_is_written(tmp_path: Path) -> None:
    file = tmp_path / "模板.xlsx"
    assert main(["template", str(file)]) == 0
    assert file.read_bytes().startswith(b"PK")
    assert main(["template", str(file), "--preset", "nonsense"]) == 2


def test_registers_come_in_by_the_same_command(
    bureau: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["template", "sections"]) == 0
    assert (tmp_path / "科室.xlsx").read_bytes().startswith(b"PK")
    file = tmp_path / "科室.csv"
    file.write_bytes(ledger_csv({"代码": "S1", "名称": "财政科"}, {"代码": "S2", "名称": ""}))
    words = ["import", "sections", str(file)]
    assert main([*words, "--dry-run"]) == 0
    assert "试运行，未写入。共 2 行，新增 1，变更 0，不变 0，拒绝 1" in capsys.readouterr().out
    assert main([*words, "--json", "--refused", str(tmp_path / "拒绝.csv")]) == 0
    done = answer(capsys)
    assert (done["added"], done["refused"], done["files"][0]["register"]) == (1, 1, "sections")
    assert "库中尚无此项" in (tmp_path / "拒绝.csv").read_text("utf-8-sig")
    assert main(words) == 0
    assert "不变 1" in capsys.readouterr().out
    assert main(["import", "projects", str(file)]) == 1
    assert "列名" in capsys.readouterr().err
    assert main([*words, "--preset", "golden_audit"]) == 2
