"""Models run every night: one that fails stops no other, and what lacks its data is no failure."""

import csv
import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

import commands.models_run as command
from data.suspects.registering import RegisteringError
from manage import main
from queries.audit_models.running import Started, start_run
from queries.audit_models.shipped import shipped_models
from tests.dataset_rows import KEEPER, bring, signed
from tests.test_model_runs import TENDERS

MODELS = {code: shipped_models()[code] for code in ("M01", "M04", "M05")}


@pytest.fixture
def bureau(sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A bureau with tenders alone, three models in force, and the command line over it."""
    monkeypatch.setenv("AUDIT_VAR_DIR", str(tmp_path / "var"))
    monkeypatch.setenv("AUDIT_DATABASE_URL", sqlite_engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(command, "models_in_force", lambda _connection: MODELS)
    signed(sqlite_engine, KEEPER)
    bring(sqlite_engine, KEEPER, "标段", TENDERS, dataset_type="tenders")
    return sqlite_engine


def answered(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    return {answer["model"]: answer for answer in json.loads(capsys.readouterr().out)}


def test_a_model_without_its_data_is_no_failure(bureau: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "run", "--all", "--register", "--json"]) == 0
    told = answered(capsys)
    assert {code: answer["outcome"] for code, answer in told.items()} == {
        "M01": "not_run",
        "M04": "done",
        "M05": "not_run",
    }
    assert "缺少" in str(told["M01"]["not_run"])
    assert (told["M04"]["rows"], told["M04"]["registered"], told["M04"]["not_run"]) == (2, 2, None)
    assert main(["models", "run", "M01", "--json"]) == 1


def test_one_that_fails_stops_no_other(
    bureau: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaking(engine: Engine, user: object, model: object, **asked: object) -> Started:
        if model is MODELS["M01"]:
            raise RuntimeError("磁盘已满")
        return start_run(engine, user, model, **asked)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "start_run", breaking)
    assert main(["models", "run", "--all", "--json"]) == 1
    told = answered(capsys)
    assert [told[code]["outcome"] for code in MODELS] == ["failed", "done", "not_run"]
    assert "磁盘已满" in str(told["M01"]["not_run"])


def test_hits_that_could_not_be_registered_are_a_failure(
    bureau: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refusing(*_given: object) -> None:
        raise RegisteringError("太多")

    monkeypatch.setattr(command, "register_hits", refusing)
    assert main(["models", "run", "--all", "--register", "--json"]) == 1
    assert answered(capsys)["M04"]["outcome"] == "failed"


def test_the_suspects_of_all_models_are_one_file(
    bureau: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rows.csv"
    asked = ["models", "run", "--all", "--on", "标段", "--json", "--rows", str(file)]
    assert main(asked) == 0
    lines = list(csv.DictReader(file.open(encoding="utf-8-sig")))
    run = str(answered(capsys)["M04"]["run"])
    told = sorted((each["model"], each["run"], each["entity_id"], each["amount"]) for each in lines)
    assert told == [("M04", run, "A", "1000.00"), ("M04", run, "C", "3000.00")]
    assert {"tender_code", "summary", "version"} <= lines[0].keys()
    assert main([*asked, "--param", "min_days=1"]) == 0, "M04 alone has that threshold"
    assert answered(capsys)["M04"]["params"] == {"min_days": 1}
    assert main([*asked, "--param", "min_dayz=1"]) == 2
    assert main([*asked[:-1], str(tmp_path)]) == 1, "no file can be there"


def test_scores_are_told_of_the_demonstration_alone(
    bureau: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "score"]) == 2
    assert "演示库" in capsys.readouterr().err
    assert main(["models", "score", "M99"]) == 2
