"""A run on the cluster from the command to its hits; stopped, out of time, failed; several arrivals."""

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data.data_room.dataset_shares import share
from data.duck import open_duck
from manage import main
from queries.audit_models.engines.engine import ModelEngine, Work
from queries.audit_models.engines.on_duckdb import OnDuckdb
from queries.audit_models.values import values_of
from tests.dataset_rows import KEEPER, READER, bring, signed
from tests.test_model_runs import TENDERS
from tests_spark.test_models import LIMITS, MODELS, differences, kept, ran

MODEL = MODELS["M04"]


def test_the_command_says_that_it_was_spark(
    sqlite_engine: Engine,
    spark_url: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    signed(sqlite_engine, KEEPER, READER)
    bring(sqlite_engine, KEEPER, "标段", TENDERS, dataset_type="tenders")
    share(sqlite_engine, KEEPER, "标段", with_user=READER.user_name)
    monkeypatch.setenv("AUDIT_DATABASE_URL", sqlite_engine.url.render_as_string(hide_password=False))
    answers = []
    for url in ("", spark_url):
        monkeypatch.setenv("AUDIT_WAREHOUSE_URL", url)
        assert main(["models", "run", "M04", "--json"]) == 0
        answers.append(json.loads(capsys.readouterr().out))
    assert [(answer["engine"], answer["rows"]) for answer in answers] == [("duckdb", 2), ("spark", 2)]
    assert answers[0]["skipped"] == answers[1]["skipped"] != []
    assert (answers[1]["new"], answers[1]["gone"]) == (0, 0)
    monkeypatch.setenv("AUDIT_WAREHOUSE_URL", "sc://127.0.0.1:1")
    assert main(["models", "run", "M04", "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert (answer["engine"], answer["rows"]) == ("spark", 0)
    assert "127.0.0.1:1" in answer["not_run"]


def work(model: object, tmp_path: Path, tenders: str, name: str = "spark") -> Work:
    with open_duck() as duck:
        version = kept(duck, "tenders", tenders, folder=tmp_path.name)
    file = tmp_path / name / "hits.parquet"
    file.parent.mkdir()
    return Work(model, values_of(MODEL, {}), {"tenders": version}, file, LIMITS)  # type: ignore[arg-type]


def long_work(tmp_path: Path) -> Work:
    rows = "select 'T' || n as tender_code, n as budget_fen from range(60000) as t(n)"
    sql = (
        "select one.tender_code, cast(sum(one.budget_fen % (other.budget_fen + 1)) as bigint) as budget_fen"
        " from tenders as one cross join tenders as other group by one.tender_code"
    )
    return work(replace(MODEL, sql=sql, skips=()), tmp_path, rows)


def test_a_run_is_stopped_when_asked(spark: ModelEngine, tmp_path: Path) -> None:
    asked = long_work(tmp_path)
    run = spark.start(asked, lambda __: None)
    assert run.wait(8) is None
    began = time.monotonic()
    run.stop()
    outcome = run.wait(60)
    assert outcome is not None
    assert (outcome.outcome, outcome.reason) == ("stopped", "asked")
    assert time.monotonic() - began < 30
    assert not asked.hits_file.exists()


def test_a_run_ends_at_its_time(spark: ModelEngine, tmp_path: Path) -> None:
    asked = replace(long_work(tmp_path), limits=replace(LIMITS, seconds=6))
    outcome = spark.start(asked, lambda __: None).wait(90)
    assert outcome is not None
    assert (outcome.outcome, outcome.reason) == ("stopped", "time")


def test_what_the_cluster_says_of_a_fault_is_told(spark: ModelEngine, tmp_path: Path) -> None:
    sql = "select tender_code, cast(tender_name as bigint) as budget_fen from tenders"
    asked = work(replace(MODEL, sql=sql, skips=()), tmp_path, TENDERS)
    outcome = spark.start(asked, lambda __: None).wait(90)
    assert outcome is not None
    assert (outcome.outcome, outcome.reason) == ("failed", "engine")
    assert "CAST_INVALID_INPUT" in outcome.message
    assert str(tmp_path) not in outcome.message


def test_arrivals_of_other_columns_and_types_are_one_relation(spark: ModelEngine, tmp_path: Path) -> None:
    older = "select 'Z' as tender_code, cast(7 as integer) as budget_fen, date '2026-03-01' as notice_date,"
    older += " timestamp '2026-03-05 10:00:00' as bid_deadline_date, 'x' as not_of_the_type"
    with open_duck() as duck:
        first = kept(duck, "tenders", older, folder=f"{tmp_path.name}-1")
        second = kept(duck, "tenders", TENDERS, folder=f"{tmp_path.name}-2")
    both = replace(second, folders=(*first.folders, *second.folders))
    files = [tmp_path / name / "hits.parquet" for name in ("duckdb", "spark")]
    values = values_of(MODEL, {})
    wanted = ran(OnDuckdb(), Work(MODEL, values, {"tenders": both}, files[0], LIMITS))
    assert wanted == (3, (1,))
    assert ran(spark, Work(MODEL, values, {"tenders": both}, files[1], LIMITS)) == wanted
    assert differences(*files) == {}
