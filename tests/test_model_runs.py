"""A model from its file to proven suspects: run, compared, followed to its rows, registered."""

import json
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from sqlalchemy import Engine, select, update

from data.access.roles import COMMAND_LINE, NotPermittedError, User
from data.audit_models.runs import RunFacts
from data.audit_models.runs import run as run_of
from data.data_room.dataset_shares import share
from data.engine import reading, writing
from data.schema import AuditModel as AuditModelRow
from data.schema import ModelRun, Suspect, SuspectStep
from manage import main
from queries.audit_models.catalogue import model_named, publish_shipped
from queries.audit_models.choosing import NotRunnableError
from queries.audit_models.evidence import evidence_of
from queries.audit_models.hits import HitsAsked, SeenRun, count_hits, page_of_hits, seen_run
from queries.audit_models.model import AuditModel
from queries.audit_models.model_runs import model_runs
from queries.audit_models.registered import register_hits
from queries.audit_models.running import start_run
from queries.audit_models.values import ValueRefusedError
from tests.dataset_rows import KEEPER, READER, bring, signed

TENDERS = """
select * from (values
    ('A', '示范路', '某局', date '2026-03-01', date '2026-03-11', 100000),
    ('B', '示范桥', '某局', date '2026-03-01', date '2026-03-31', 200000),
    ('C', '示范河', '另一局', date '2026-03-01', date '2026-03-20', 300000),
    ('D', '示范湖', '另一局', cast(null as date), date '2026-03-20', 400000)
) as t(tender_code, tender_name, buyer_name, notice_date, bid_deadline_date, budget_fen)
"""


@pytest.fixture
def bureau(sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A bureau with one dataset of tenders, shared with nobody."""
    monkeypatch.setenv("AUDIT_VAR_DIR", str(tmp_path / "var"))
    signed(sqlite_engine, KEEPER, READER)
    bring(sqlite_engine, KEEPER, "标段", TENDERS, dataset_type="tenders")
    return sqlite_engine


def ran(engine: Engine, user: User = COMMAND_LINE, **asked: object) -> RunFacts:
    """A run of M04 that came to its end."""
    started = start_run(engine, user, named(engine), **asked)  # type: ignore[arg-type]
    started.process.wait(60)
    with reading(engine) as connection:
        return run_of(connection, started.facts.run_id)


def named(engine: Engine) -> AuditModel:
    with reading(engine) as connection:
        model = model_named(connection, "m04")
    assert model is not None
    return model


def seen(engine: Engine, facts: RunFacts, user: User = COMMAND_LINE) -> SeenRun:
    with reading(engine) as connection:
        return seen_run(connection, user, facts)


def test_a_run_keeps_what_it_takes_to_run_it_again(bureau: Engine) -> None:
    facts = ran(bureau, given={"min_days": "25"})
    assert (facts.outcome, facts.row_count, facts.params) == ("done", 2, {"min_days": 25})
    assert [(read.relation, read.dataset_name, read.number) for read in facts.read] == [
        ("tenders", "标段", 1)
    ]
    assert [rows for __, rows in facts.skipped] == [1]


def test_hits_come_with_the_largest_amount_first_and_in_groups(bureau: Engine) -> None:
    run = seen(bureau, ran(bureau))
    assert [(row["tender_code"], row["bid_days"]) for row in page_of_hits(run, 0, 10)] == [
        ("C", 19),
        ("A", 10),
    ]
    assert count_hits(run, HitsAsked(group="某局")) == 1


def test_evidence_is_asked_of_the_version_that_the_run_used(bureau: Engine) -> None:
    run = seen(bureau, ran(bureau))
    bring(bureau, KEEPER, "标段", TENDERS.replace("'A'", "'Z'"), dataset_type="tenders", change="replace")
    number = next(row["_hit"] for row in page_of_hits(run, 0, 10) if row["tender_code"] == "A")
    (rows,) = evidence_of(run, number)
    assert [(row["_row"], row["tender_code"], str(row["notice_date"])) for row in rows.rows] == [
        (1, "A", "2026-03-01")
    ]
    assert (rows.version_number, rows.count, rows.marks) == (1, 1, ("notice_date", "bid_deadline_date"))


def test_evidence_reads_the_files_of_its_version_alone(bureau: Engine, tmp_path: Path) -> None:
    run = seen(bureau, ran(bureau))
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n", "utf-8")
    (part,) = run.model.evidence
    where = f"{part.where} and (select count(*) from '{secret}') > 0"
    sneaky = replace(run, model=replace(run.model, evidence=(replace(part, where=where),)))
    with pytest.raises(duckdb.Error, match="disabled by configuration"):
        evidence_of(sneaky, 1)


def test_why_a_run_failed_is_told_to_who_may_read_its_data(bureau: Engine) -> None:
    failed = ran(bureau)
    with writing(bureau) as connection:
        connection.execute(update(ModelRun).values(outcome="failed", reason="值“机密”不能转换"))
    without = "select 'A' as tender_code, '示范路' as tender_name, '某局' as buyer_name"
    bring(bureau, KEEPER, "残缺", without, dataset_type="tenders")
    with pytest.raises(NotRunnableError):
        ran(bureau, KEEPER, on=["残缺"])

    def reasons(user: User) -> list[str]:
        with reading(bureau) as connection:
            return [line.reason for line in model_runs(connection, user, failed.model_code)]

    assert reasons(READER) == ["", ""]
    share(bureau, KEEPER, "标段", with_user=READER.user_name)
    assert reasons(READER) == ["", "值“机密”不能转换"]
    assert "残缺" in reasons(KEEPER)[0]


def test_two_runs_are_compared_by_the_key(bureau: Engine) -> None:
    first = ran(bureau)
    changed = TENDERS.replace("'A'", "'E'")
    bring(bureau, KEEPER, "标段", changed, dataset_type="tenders", change="replace")
    second = ran(bureau)
    assert (second.previous_run_id, second.new_count, second.gone_count) == (first.run_id, 1, 1)
    run = seen(bureau, second)
    codes = {
        change: [row["tender_code"] for row in page_of_hits(run, 0, 9, HitsAsked(change, first))]
        for change in ("new", "still", "gone")
    }
    assert codes == {"new": ["E"], "still": ["C"], "gone": ["A"]}


def test_a_hit_is_registered_once_whichever_run_finds_it(bureau: Engine) -> None:
    first, second = (seen(bureau, ran(bureau)) for __ in range(2))
    assert len(register_hits(bureau, COMMAND_LINE, first).suspect_ids) == 2
    again = register_hits(bureau, COMMAND_LINE, second)
    assert (again.suspect_ids, again.known) == ((), 2)
    with reading(bureau) as connection:
        suspect = connection.execute(
            select(Suspect).where(Suspect.entity_id == "A").order_by(Suspect.suspect_id)
        ).one()
        states = connection.scalars(select(SuspectStep.state)).all()
    assert suspect.summary == "从2026-03-01到2026-03-11只有10天，少于20天"
    assert (suspect.model_run_id, suspect.last_run_id) == (first.facts.run_id, second.facts.run_id)
    assert list(states) == ["to_issue", "to_issue"]


def test_what_is_missing_is_said_and_kept(bureau: Engine) -> None:
    without = "select 'A' as tender_code, '示范路' as tender_name, '某局' as buyer_name"
    bring(bureau, KEEPER, "残缺", without, dataset_type="tenders")
    with pytest.raises(NotRunnableError, match="投标截止日期"):
        ran(bureau, on=["残缺"])
    with pytest.raises(NotRunnableError, match="没有第 7 版"):
        ran(bureau, on=["标段@7"])
    with reading(bureau) as connection:
        runs = connection.execute(select(ModelRun.outcome, ModelRun.reason)).all()
    assert [run.outcome for run in runs] == ["not_run", "not_run"]
    assert "残缺" in runs[0].reason
    # The newest dataset lacks a column, and the one before it serves.
    assert ran(bureau).read[0].dataset_name == "标段"


@pytest.mark.parametrize("value", ["many", "0", "1.5", "400"])
def test_a_value_that_does_not_fit_is_refused(bureau: Engine, value: str) -> None:
    with pytest.raises(ValueRefusedError, match="最短天数"):
        ran(bureau, given={"min_days": value})


def test_a_run_needs_the_right_and_data_that_its_user_may_read(bureau: Engine) -> None:
    stranger = User("stranger", "外人", frozenset({"rectification"}))
    with pytest.raises(NotPermittedError):
        ran(bureau, stranger)
    with pytest.raises(NotRunnableError, match="无权查看"):
        ran(bureau, READER)
    whole = ran(bureau)
    with pytest.raises(NotPermittedError):
        seen(bureau, whole, READER)
    share(bureau, KEEPER, "标段", with_user=READER.user_name)
    assert seen(bureau, ran(bureau, READER), READER).facts.row_count == 2


def test_shipped_models_enter_the_catalogue_once(bureau: Engine) -> None:
    assert publish_shipped(bureau) > 0
    assert publish_shipped(bureau) == 0
    with reading(bureau) as connection:
        row = connection.execute(select(AuditModelRow).where(AuditModelRow.model_code == "M04")).one()
    assert (row.title, row.is_shipped, row.version) == ("投标准备期不足", True, named(bureau).version)


def test_the_command_answers_in_json_and_writes_the_rows(
    bureau: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", bureau.url.render_as_string(hide_password=False))
    file = tmp_path / "hits.csv"
    assert main(["models", "run", "M04", "--on", "标段", "--json", "--rows", str(file)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["model"], answer["rows"], answer["engine"], answer["not_run"]) == (
        "M04",
        2,
        "duckdb",
        None,
    )
    lines = file.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("entity_id,entity_name,amount,summary,tender_code,")
    assert sorted(line.split(",")[:3] for line in lines[1:]) == [
        ["A", "示范路", "1000.00"],
        ["C", "示范河", "3000.00"],
    ]
    assert main(["models", "run", "M99"]) == 2


def test_an_alias_begins_with_its_own_threshold(
    bureau: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AUDIT_DATABASE_URL", bureau.url.render_as_string(hide_password=False))
    assert main(["models", "run", "R003", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["model"], answer["params"], answer["rows"]) == ("M04", {"min_days": 15}, 1)
