"""Published figures come out again: ledgers with their totals, imported and asked for on the command line."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select

import manage
from data.engine import now, writing
from data.schema import Event, Project, Recommendation
from tests.ledger_rows import settle
from tests.ledgers import csv_bytes, ruijin_csv


@pytest.fixture
def database(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands work on each engine in turn."""
    monkeypatch.setenv("AUDIT_DATABASE_URL", engine.url.render_as_string(hide_password=False))


@pytest.fixture
def sqlite_database(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands work on SQLite: for what the other tests of this file do on both."""
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert manage.main(["kpi", *words, "--json"]) == 0
    return dict(json.loads(capsys.readouterr().out))


def imported(folder: Path, name: str, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    file = folder / name
    file.write_bytes(content)
    as_of = ["--as-of", "2022-10-15"]
    assert manage.main(["import", "findings", str(file), "--preset", "ledger_zh", *as_of]) == 0
    capsys.readouterr()


@pytest.mark.usefixtures("database")
def test_ruijin_2020(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """50 findings, 40 rectified: 80.00 %; 215,587.84 of 251,023.54 万元: 85.88 %."""
    imported(tmp_path, "瑞金.csv", ruijin_csv(), capsys)
    by_count = asked(capsys, "rectification_rate_by_count", "--year", "2020")
    assert (by_count["numerator"], by_count["denominator"], by_count["rows"]) == (40, 50, 50)
    assert f"{by_count['value']:.4f}" == "0.8000"
    by_amount = asked(capsys, "rectification_rate_by_amount")
    assert (by_amount["numerator"], by_amount["denominator"]) == (215_587_840_000, 251_023_540_000)
    assert f"{by_amount['value']:.4f}" == "0.8588"
    assert asked(capsys, "rectification_rate_by_count", "--year", "2019")["value"] is None


@pytest.mark.usefixtures("database")
def test_jiangxi_2021(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1,153 of 1,263 findings: 91.29 %."""
    headings = ("问题编号", "审计年度", "审计项目名称", "被审计单位", "问题标题", "整改状态")
    rows = [
        (f"JX-{place}", "2021", "2021年度省级预算执行审计", "某单位", f"问题{place}", state)
        for place, state in enumerate(["已整改"] * 1153 + ["整改中"] * 110)
    ]
    imported(tmp_path, "江西.csv", csv_bytes([headings, *rows], "gb18030"), capsys)
    answer = asked(capsys, "rectification_rate_by_count")
    assert (answer["numerator"], answer["denominator"]) == (1153, 1263)
    assert f"{answer['value']:.4f}" == "0.9129"


@pytest.mark.usefixtures("database")
def test_guangxi_2023(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    """6,680 of 7,206 recommendations adopted: 92.70 %."""
    given = {"project_id": 1, "wording": "建议", "given_date": date(2023, 6, 1), "recorded_at": now()}
    with writing(engine) as connection:
        project = {"project_id": 1, "project_code": "GX", "name": "全区审计项目", "plan_year": 2023}
        connection.execute(insert(Project).values(project))
        adopted = [given | {"adopted_date": date(2023, 12, 1)}] * 6680
        connection.execute(insert(Recommendation), adopted + [given | {"adopted_date": None}] * 526)
        settle(connection)
    answer = asked(capsys, "recommendation_adoption", "--year", "2023")
    assert (answer["numerator"], answer["denominator"]) == (6680, 7206)
    assert f"{answer['value']:.4f}" == "0.9270"
    assert asked(capsys, "recommendation_adoption", "--as-of", "2023-11-30")["numerator"] == 0


def test_the_published_table_has_these_figures(shared_data: Path) -> None:
    file = shared_data / "cn_rectification_reports/cn_rectification_reports.csv"
    table = {row["place"]: row for row in csv.DictReader(file.open(encoding="utf-8-sig"))}
    assert float(table["江西省瑞金市"]["amount_total"]) == 251_023.54
    assert float(table["江西省瑞金市"]["amount_rectified"]) == 215_587.84
    assert float(table["江西省"]["rectified"]) == 1153
    assert "7206条被采纳6680条" in table["广西壮族自治区"]["note"]


@pytest.mark.usefixtures("sqlite_database")
def test_federal_findings(shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1,442 findings, 420 of them repeats, from 29 workbooks whose sheets hold 5,675 rows twice."""
    files = sorted(str(file) for file in (shared_data / "fac_findings").glob("*.xlsx"))
    assert manage.main(["import", "findings", *files, "--preset", "fac_findings"]) == 0
    capsys.readouterr()
    assert asked(capsys, "findings")["value"] == 1442
    assert asked(capsys, "repeat_findings")["value"] == 420
    rate = asked(capsys, "repeat_finding_rate")
    assert (rate["numerator"], rate["denominator"]) == (420, 1442)


@pytest.mark.usefixtures("database")
def test_the_rows_file_holds_exactly_the_rows_and_is_logged(
    engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(tmp_path, "瑞金.csv", ruijin_csv(), capsys)
    file = tmp_path / "rows.csv"
    answer = asked(capsys, "rectification_rate_by_amount", "--rows", str(file), "--by", "rectification_type")
    with file.open(encoding="utf-8-sig") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == answer["rows"] == 50
    assert sum(int(row["capped_rectified_fen"]) for row in rows) == answer["numerator"]
    with engine.connect() as connection:
        exported = connection.scalars(select(Event.detail).where(Event.kind == "rows_exported")).all()
    assert [json.loads(detail)["rows"] for detail in exported] == [50]
    groups = answer["groups"]
    assert isinstance(groups, list)
    assert sum(group["numerator"] for group in groups) == answer["numerator"]


def test_a_database_that_is_not_there_is_said_so_and_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", f"sqlite:///{tmp_path}/none.db")
    assert manage.main(["kpi", "findings"]) == 1
    assert "manage.py init" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


@pytest.mark.usefixtures("sqlite_database")
def test_unknown_names_are_answered_not_thrown(capsys: pytest.CaptureFixture[str]) -> None:
    assert manage.main(["kpi", "no_such_kpi"]) == 2
    assert manage.main(["kpi", "findings", "--by", "title"]) == 2
    assert manage.main(["kpi", "--list"]) == 0
    assert "rectification_rate_by_count" in capsys.readouterr().out
