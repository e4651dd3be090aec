"""Runs of one model against each other: over the same data, under the same key, each with an end."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, insert, select, update

from data.access.roles import COMMAND_LINE
from data.audit_models.runs import run as run_of
from data.audit_models.texts import published_text
from data.engine import reading, writing
from data.schema import AuditModel as AuditModelRow
from data.schema import Event, ModelRun, Region
from manage import main
from queries.audit_models.catalogue import publish_shipped
from queries.audit_models.choosing import NotRunnableError, each_way
from queries.audit_models.comparing import compared, is_comparable
from queries.audit_models.model import Requirement
from queries.audit_models.reading import read_model
from queries.audit_models.repeating import repeat_run
from queries.audit_models.running import run_text
from tests.dataset_rows import KEEPER, bring
from tests.test_model_runs import TENDERS, bureau, named, ran

__all__ = ["bureau"]


def test_all_runs_on_every_dataset_that_fits(
    bureau: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ten districts deliver the same data: none is left out, and each is compared with itself."""
    monkeypatch.setenv("AUDIT_DATABASE_URL", bureau.url.render_as_string(hide_password=False))
    monkeypatch.setattr("commands.models_run.models_in_force", lambda _: {"M04": named(bureau)})
    bring(bureau, KEEPER, "东湖标段", TENDERS.replace("'A'", "'E'"), dataset_type="tenders")
    bring(bureau, KEEPER, "残缺", "select 'A' as tender_code", dataset_type="tenders")
    ran(bureau, on=["标段"], given={"min_days": "25"})
    nights = []
    for __ in range(2):
        assert main(["models", "run", "--all", "--json"]) == 0
        nights.append({each["datasets"]["tenders"]: each for each in json.loads(capsys.readouterr().out)})
    assert nights[0].keys() == {"标段@1", "东湖标段@1"}
    found = {
        name: (each["new"], each["gone"], each["previous_params_differ"]) for name, each in nights[0].items()
    }
    assert found == {"标段@1": (0, 0, True), "东湖标段@1": (None, None, None)}
    for name, each in nights[1].items():
        assert (each["previous_run"], each["new"], each["gone"]) == (nights[0][name]["run"], 0, 0)
        assert each["previous_params_differ"] is False


def test_another_relation_is_read_from_the_same_region(bureau: Engine) -> None:
    with writing(bureau) as connection:
        for code in ("R1", "R2"):
            connection.execute(insert(Region).values(region_code=code, name=code, level="district"))
    bids = "select 'A' as tender_code, '甲公司' as bidder_name"
    for code in ("R1", "R2"):
        bring(bureau, KEEPER, f"标段{code}", TENDERS, dataset_type="tenders", region_code=code)
        bring(bureau, KEEPER, f"投标{code}", bids, dataset_type="bids", region_code=code)
    of_bids = Requirement("bids", "bids", ("tender_code",))
    model = replace(named(bureau), requires={"bids": of_bids} | dict(named(bureau).requires))
    with reading(bureau) as connection:
        ways = each_way(connection, COMMAND_LINE, model)
    assert set(ways) == {
        ("bids=投标R1@1", "tenders=标段R1@1"),
        ("bids=投标R2@1", "tenders=标段R2@1"),
    }


def test_a_run_whose_text_has_another_key_is_not_compared(bureau: Engine) -> None:
    first = ran(bureau)
    text = named(bureau).text.replace("bid_days", "days_given")
    model = read_model(text.replace('key = ["tender_code"]', 'key = ["tender_code", "days_given"]'))
    with writing(bureau) as connection:
        text_id = published_text(connection, model.code, 2, model.text)
    started = run_text(bureau, COMMAND_LINE, model, text_id, first.params, ())
    started.process.wait(60)
    with reading(bureau) as connection:
        second = run_of(connection, started.facts.run_id)
        assert not is_comparable(connection, model, first)
    assert (second.outcome, second.row_count) == ("done", 2)
    assert (second.previous_run_id, second.new_count, second.gone_count) == (first.run_id, None, None)
    assert compared(model, second, first) == (None, None), "nor does whoever asks all the same fail"


def test_a_run_ends_whatever_goes_wrong_at_its_end(bureau: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise OSError("the disk is away")

    monkeypatch.setattr("queries.audit_models.running.previous_run", away)
    facts = ran(bureau)
    assert (facts.outcome, facts.reason) == ("failed", "OSError: the disk is away")


def test_a_run_that_its_server_left_is_closed_with_an_event(bureau: Engine) -> None:
    left = ran(bureau)
    with writing(bureau) as connection:
        long_ago = {"outcome": "running", "started_at": datetime(2020, 1, 1, tzinfo=UTC)}
        connection.execute(update(ModelRun).values(**long_ago))
    ran(bureau)
    with reading(bureau) as connection:
        assert run_of(connection, left.run_id).outcome == "stopped"
        told = connection.scalars(select(Event.detail).where(Event.kind == "model_ran")).all()
    assert [each["run_outcome"] for each in map(json.loads, told)] == ["done", "stopped", "done"]


def test_a_model_that_was_taken_out_of_force_is_not_run_again(bureau: Engine) -> None:
    publish_shipped(bureau)
    facts = ran(bureau)
    with writing(bureau) as connection:
        connection.execute(update(AuditModelRow).values(withdrawn_date=date(2026, 3, 2)))
    with pytest.raises(NotRunnableError, match="停用"):
        repeat_run(bureau, COMMAND_LINE, facts)
