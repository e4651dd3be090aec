"""What an owner decides on a dataset: masks in every reading, what is said of it, whose it is."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data.access.roles import COMMAND_LINE, NotPermittedError
from data.data_room.change_dataset import change_dataset, said_of
from data.data_room.column_masks import set_mask
from data.data_room.dataset_access import access, access_to
from data.data_room.dataset_shares import share, shares_of
from data.data_room.undertakings import undertakings, withdraw_undertaking
from data.duck import open_duck
from data.engine import reading, writing
from data.local_time import today_in_china
from data.schema import ColumnMask, Event
from data.warehouse import Version, WarehouseError, dataset, newest, remove_dataset
from data.warehouse.arrival import LONGEST_TITLE
from manage import main
from queries.datasets.compare import compare
from queries.datasets.fact_choices import fact_choices
from queries.datasets.preview import preview
from queries.datasets.profile import profile
from queries.quick_tests.dataset_subject import dataset_subject
from queries.quick_tests.run import run
from queries.workbench.asking import ask
from queries.workbench.readables import readables
from queries.workbench.result_files import as_json
from queries.workbench.still_readable import still_readable
from tests.dataset_rows import KEEPER, OTHER_KEEPER, READER, add_shared_dataset, bring

ROWS = (
    "select * from (values (1, 'GAMMA-77', 500), (2, 'ALPHA-11', 700), (3, 'BETA-42', 600),"
    " (4, 'BETA-42', 600)) as t(number, secret, amount)"
)
VALUES = ("GAMMA-77", "ALPHA-11", "BETA-42")


@pytest.fixture
def bureau(sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A keeper's dataset without a mask, open to a reader; a second keeper, and places."""
    return _furnished(sqlite_engine, monkeypatch)


@pytest.fixture
def either_bureau(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The same on each engine, for what is written."""
    return _furnished(engine, monkeypatch)


def _furnished(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setenv("AUDIT_DATABASE_URL", engine.url.render_as_string(hide_password=False))
    add_shared_dataset(engine, ROWS)
    return engine


def seen(engine: Engine) -> tuple[Version, Any]:
    """The newest version and what the reader may do with it."""
    with reading(engine) as connection:
        facts = dataset(connection, "t")
        assert facts is not None
        version = newest(connection, facts.dataset_id)
        assert version is not None
        return version, access(connection, READER, facts)


def answered(engine: Engine, sql: str) -> str:
    outcome = ask(engine, READER, sql).wait(60)
    assert outcome is not None
    assert outcome.file is not None, outcome
    return json.dumps(as_json(outcome.file), ensure_ascii=False)


def quick_test(engine: Engine, test: str, **params: str) -> str:
    version, allowed = seen(engine)
    with open_duck() as duck, reading(engine) as connection:
        outcome = run(test, dataset_subject(duck, connection, version, allowed), params)
        rows = (
            duck.execute(outcome.offending.sql, outcome.offending.bound()).fetchall()
            if outcome.offending
            else []
        )
        return json.dumps(outcome.as_json(), ensure_ascii=False, default=str) + repr(rows)


def compared(engine: Engine) -> str:
    before, __ = seen(engine)
    bring(engine, KEEPER, "t", ROWS.replace("500", "501"), change="replace")
    after, allowed = seen(engine)
    return repr(compare(open_duck(), before, after, ["number"], allowed))


READINGS: dict[str, Callable[[Engine], str]] = {
    "preview": lambda engine: repr(preview(*seen(engine))),
    "preview, sorted": lambda engine: repr(preview(*seen(engine), sort="secret")),
    "profile": lambda engine: repr(profile(*seen(engine))),
    "compare": compared,
    "test on it": lambda engine: quick_test(engine, "duplicates", columns="secret"),
    "test beside it": lambda engine: quick_test(engine, "duplicates", columns="amount"),
    "test under a condition": lambda engine: quick_test(
        engine, "duplicates", columns="amount", where="secret = 'BETA-42'"
    ),
    "sql": lambda engine: answered(engine, "select * from t"),
    "sql, derived": lambda engine: answered(engine, "select max(secret) m, min(secret) n from t"),
}


@pytest.mark.parametrize("way", READINGS)
def test_a_mask_holds_in_every_reading(bureau: Engine, way: str) -> None:
    told = READINGS[way](bureau)
    assert [value for value in VALUES if value in told], told
    set_mask(bureau, KEEPER, "t", "SECRET", "whole")
    told = READINGS[way](bureau)
    assert not [value for value in VALUES if value in told], told


def test_nothing_is_answered_about_a_masked_value(bureau: Engine) -> None:
    assert json.loads(answered(bureau, "select number from t order by secret limit 1")) == [{"number": 2}]
    assert json.loads(answered(bureau, "select count(*) n from t where secret like 'BETA%'")) == [{"n": 2}]
    set_mask(bureau, KEEPER, "t", "secret", "whole")
    for sql in (
        "select count(*) n from t where secret like 'BETA%'",
        "select count(*) n from t where secret > 'B' and secret < 'C'",
        "select count(*) n from t where length(secret) > 3",
        "select count(distinct secret) - 1 n from t",
    ):
        assert json.loads(answered(bureau, sql)) == [{"n": 0}], sql
    in_order = "select number from t order by secret, number"
    assert [row["number"] for row in json.loads(answered(bureau, in_order))] == [1, 2, 3, 4]
    version, allowed = seen(bureau)
    assert [row[0] for row in preview(version, allowed, sort="secret", is_descending=True).rows] == [
        1,
        2,
        3,
        4,
    ]


def test_the_command_line_reads_through_the_mask(bureau: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["datasets", "mask", "t", "secret", "whole", "--as", "keeper"]) == 0
    for words in (
        ["sql", "select * from t", "--as", "reader", "--json"],
        ["datasets", "test", "t", "duplicates", "--param", "columns=amount", "--as", "reader", "--json"],
        ["datasets", "show", "t", "--as", "reader", "--json"],
    ):
        capsys.readouterr()
        main(words)
        told = capsys.readouterr()
        assert told.out
        assert not [value for value in VALUES if value in told.out + told.err], words
    assert json.loads(told.out)["columns"][1]["mask"] == "whole"
    assert main(["datasets", "mask", "t", "secret", "none", "--as", "keeper2"]) == 1
    assert main(["datasets", "mask", "t", "secret", "none", "--as", "keeper"]) == 0
    assert "ALPHA-11" in answered(bureau, "select * from t")


def test_a_result_is_not_shown_once_its_rights_are_gone(bureau: Engine) -> None:
    with reading(bureau) as connection:
        before = readables(connection, READER)
        assert still_readable(before, readables(connection, READER))
    set_mask(bureau, KEEPER, "t", "secret", "name")
    with reading(bureau) as connection:
        masked = readables(connection, READER)
        assert not still_readable(before, masked)
    set_mask(bureau, KEEPER, "t", "secret", None)
    with reading(bureau) as connection:
        assert still_readable(masked, readables(connection, READER))
    remove_dataset(bureau, KEEPER, "t", "误采")
    with reading(bureau) as connection:
        assert not still_readable(before, readables(connection, READER))


def test_a_mask_holds_for_versions_that_come_later(bureau: Engine) -> None:
    set_mask(bureau, KEEPER, "t", "secret", "whole")
    # The same column, written otherwise: DuckDB does not tell them apart.
    bring(bureau, KEEPER, "t", ROWS.replace("secret", "Secret"), change="replace")
    assert "ALPHA" not in repr(preview(*seen(bureau)))
    # And one that came with a mask which the owner takes off.
    bring(bureau, KEEPER, "t", ROWS, {"secret": "whole", "amount": "whole"}, change="replace")
    set_mask(bureau, KEEPER, "t", "amount", None)
    bring(bureau, KEEPER, "t", ROWS, {"amount": "whole"})
    version, allowed = seen(bureau)
    assert [column.mask for column in version.columns] == [None, "whole", None]
    assert {row[3] for row in preview(version, allowed).rows} == {500, 700, 600}


def test_who_sets_a_mask(either_bureau: Engine) -> None:
    engine = either_bureau
    with pytest.raises(NotPermittedError):
        set_mask(engine, READER, "t", "secret", "whole")
    with pytest.raises(WarehouseError, match="nothing"):
        set_mask(engine, KEEPER, "t", "nothing", "whole")
    with pytest.raises(KeyError):
        set_mask(engine, KEEPER, "t", "secret", "face")
    with pytest.raises(NotPermittedError):  # an owner whose roles were taken away
        set_mask(engine, replace(KEEPER, roles=frozenset({"review"})), "t", "secret", "whole")
    set_mask(engine, OTHER_KEEPER, "t", "secret", "account")
    for weaker in (None, "name", "account"):
        with pytest.raises(NotPermittedError):
            set_mask(engine, OTHER_KEEPER, "t", "secret", weaker)
    set_mask(engine, OTHER_KEEPER, "t", "secret", "whole")
    set_mask(engine, KEEPER, "t", "secret", "name")
    set_mask(engine, KEEPER, "t", "secret", "name")
    with reading(engine) as connection:
        assert connection.execute(
            select(ColumnMask.column_name, ColumnMask.mask, ColumnMask.set_by)
        ).all() == [("secret", "name", "keeper")]
        told = connection.scalars(select(Event.detail).where(Event.kind == "column_mask_changed")).all()
    assert [json.loads(detail)["after"]["column_mask"] for detail in told] == ["account", "whole", "name"]


def test_a_mask_of_a_column_with_foreign_capitals_is_changed(either_bureau: Engine) -> None:
    bring(either_bureau, KEEPER, "t", "select 'a' as \"ÉTAT\"", change="replace")
    for mask in ("whole", "name"):
        set_mask(either_bureau, KEEPER, "t", "ÉTAT", mask)
    with reading(either_bureau) as connection:
        assert connection.scalars(select(ColumnMask.mask)).all() == ["name"]


def test_what_is_said_of_a_dataset_is_changed_and_recorded(either_bureau: Engine) -> None:
    engine = either_bureau
    said = {
        "title": " 民政数据 ",
        "classification": "sensitive",
        "region_code": "990101",
        "section_code": "S1",
        "project_code": "P1",
        "source_code": "LY1",
        "item_code": "ML1",
    }
    change_dataset(engine, KEEPER, "t", **said)
    change_dataset(engine, KEEPER, "t", **said)
    change_dataset(engine, KEEPER, "t", item_code="ML2", region_code=None)
    with reading(engine) as connection:
        facts = dataset(connection, "t")
        assert facts is not None
        assert said_of(connection, facts) == {
            **said,
            "title": "民政数据",
            "region_code": None,
            "item_code": "ML2",
            "owner": "keeper",
        }
        events = connection.execute(
            select(Event.detail, Event.changes_figures).where(Event.kind == "dataset_changed")
        ).all()
    assert [event.changes_figures for event in events] == [True, True]
    assert json.loads(events[1].detail) == {
        "dataset": "t",
        "before": {"item_code": "ML1", "region_code": "990101"},
        "after": {"item_code": "ML2", "region_code": None},
        "dataset_id": facts.dataset_id,
    }


@pytest.mark.parametrize(
    "said",
    [
        {"title": " "},
        {"title": "题" * (LONGEST_TITLE + 1)},
        {"classification": "open"},
        {"classification": None},
        {"section_code": "S9"},
        {"project_code": "P9"},
        {"source_code": "LY9"},
        {"item_code": "ML9"},
        {"owner": "nobody"},
        {"owner": None},
        {"owner": "reader"},
    ],
)
def test_what_cannot_be_said(bureau: Engine, said: dict[str, str | None]) -> None:
    with pytest.raises(WarehouseError):
        change_dataset(bureau, KEEPER, "t", **said)
    with reading(bureau) as connection:
        assert connection.scalar(select(Event.event_id).where(Event.kind == "dataset_changed")) is None


def test_a_title_that_came_with_the_file_can_be_kept(bureau: Engine) -> None:
    longest = "题" * LONGEST_TITLE
    bring(bureau, KEEPER, "long", "select 1 as n", title=longest)
    change_dataset(bureau, KEEPER, "long", title=longest, classification="sensitive")
    with pytest.raises(WarehouseError, match="200"):
        bring(bureau, KEEPER, "longer", "select 1 as n", title=longest + "题")


def test_who_changes_what(bureau: Engine) -> None:
    with pytest.raises(NotPermittedError):
        change_dataset(bureau, READER, "t", section_code="S1")
    with pytest.raises(NotPermittedError):
        change_dataset(bureau, OTHER_KEEPER, "t", title="改名", section_code="S1")
    with pytest.raises(KeyError):
        change_dataset(bureau, KEEPER, "t", size="large")
    change_dataset(bureau, OTHER_KEEPER, "t", section_code="S1", item_code="ML1")
    bring(bureau, KEEPER, "other", ROWS)
    with pytest.raises(WarehouseError, match="t"):
        change_dataset(bureau, KEEPER, "other", item_code="ML1")
    remove_dataset(bureau, KEEPER, "t", "误采")
    change_dataset(bureau, COMMAND_LINE, "other", item_code="ML1")


def test_a_dataset_is_handed_over(bureau: Engine) -> None:
    with reading(bureau) as connection:
        (paper,) = undertakings(connection, "keeper2")
    withdraw_undertaking(bureau, COMMAND_LINE, paper.undertaking_id, today_in_china())
    with pytest.raises(WarehouseError, match="承诺书"):
        change_dataset(bureau, KEEPER, "t", owner="keeper2")
    signed_again = OTHER_KEEPER.user_name
    with writing(bureau) as connection:
        connection.exec_driver_sql("update undertaking set withdrawn_date = null")
    change_dataset(bureau, KEEPER, "t", owner=signed_again)
    version, __ = seen(bureau)
    with reading(bureau) as connection:
        assert not access_to(connection, KEEPER, version.dataset_id).may_read
        assert access_to(connection, OTHER_KEEPER, version.dataset_id).is_unmasked
    with pytest.raises(NotPermittedError):
        share(bureau, KEEPER, "t", with_user="reader", is_unmasked=True)
    change_dataset(bureau, KEEPER, "t", owner="keeper")  # who keeps the data room brings it back


def test_a_secret_loses_the_shares_that_it_cannot_have(either_bureau: Engine) -> None:
    engine = either_bureau
    change_dataset(engine, KEEPER, "t", project_code="P1")
    share(engine, KEEPER, "t", with_project="P1")
    share(engine, KEEPER, "t", with_project="P2")
    share(engine, KEEPER, "t", with_section="S1")
    change_dataset(engine, KEEPER, "t", classification="secret")
    version, allowed = seen(engine)
    assert not allowed.may_read
    with reading(engine) as connection:
        assert [entry.project_code for entry in shares_of(connection, version.dataset_id)] == ["P1"]
        told = connection.scalars(
            select(Event.detail).where(Event.kind == "dataset_share_revoked").order_by(Event.event_id)
        ).all()
    assert [json.loads(detail)["shared_with"] for detail in told] == ["reader", "P2", "S1"]
    change_dataset(engine, KEEPER, "t", project_code="P2")
    with reading(engine) as connection:
        assert shares_of(connection, version.dataset_id) == ()


def test_whoever_is_bound_moves_nothing_out_of_the_binding(bureau: Engine) -> None:
    bound = replace(KEEPER, section_code="S1", region_code="990101")
    change_dataset(bureau, KEEPER, "t", section_code="S1", region_code="990101")
    for said in (
        {"section_code": "S2"},
        {"section_code": None},
        {"region_code": "990102"},
        {"region_code": None},
        {"project_code": "P1"},
    ):
        with pytest.raises(NotPermittedError):
            change_dataset(bureau, bound, "t", **said)
    change_dataset(bureau, bound, "t", title="改名", section_code="S1", project_code=None)
    with pytest.raises(NotPermittedError):  # of another region: it is kept by who is bound there
        change_dataset(bureau, replace(OTHER_KEEPER, region_code="990102"), "t", item_code="ML1")
    with reading(bureau) as connection:
        facts = dataset(connection, "t")
        assert facts is not None
        told = said_of(connection, facts)
        offered = fact_choices(connection, bound, facts)
    assert (told["title"], told["section_code"], told["region_code"]) == ("改名", "S1", "990101")
    assert (list(offered.sections), list(offered.regions)) == (["S1"], ["990101"])
