"""Frozen figures stay as they were; what differs later is told, with the facts that made it so."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, insert, select, update

from data import events
from data.access.roles import NotPermittedError, User
from data.bureau import set_value
from data.closing.transferring import keep_transfer, transfer_seen
from data.engine import now, reading, writing
from data.events import BureauSettingChanged, FindingsImported, record
from data.schema import (
    Account,
    Event,
    Finding,
    Milestone,
    Snapshot,
    SnapshotFigure,
    SnapshotFinding,
    Transfer,
)
from data.snapshots import (
    AlreadyFrozenError,
    DataMovedOnError,
    DayToComeError,
    digest_of,
    frozen_figures,
    frozen_findings,
    is_sound,
    keep_snapshot,
    snapshots,
)
from manage import main
from queries.catalog import kpis
from queries.filters import Filters
from queries.reporting.leading import INDICATORS
from queries.run import value
from queries.snapshots.comparing import compare, moves_of
from queries.snapshots.freezing import freeze, ledger_kpis
from queries.source import open_source
from tests.app_pages import account
from tests.ledger_rows import add_finding, add_house

USER = User("rectify", "某人", frozenset({"rectification"}))
REVIEWER = User("review", "复核", frozenset({"review"}))
DAY, TODAY = date(2024, 6, 30), date(2024, 7, 31)


def changed(connection) -> int:
    """An event that moves the data version, as an import does."""
    return record(connection, "rectify", FindingsImported("x.xlsx", "0" * 64, "p", 1, 0, 1, 0, 0))


@pytest.fixture
def frozen(engine, beginnings):
    """Four findings, frozen on 30 June; then a late fact, a new finding, a close, a limit that passed."""
    return beginnings.begin(engine, freeze_and_go_on)


def freeze_and_go_on(engine):
    with writing(engine) as connection:
        add_house(connection)
        add_finding(connection, amount_fen=1000, due=date(2024, 7, 15))
        add_finding(connection, amount_fen=2000, facts=[("rectified", date(2024, 5, 1))])
        add_finding(connection, amount_fen=3000, due=date(2024, 6, 1), money=[(date(2024, 6, 10), 500)])
        add_finding(connection, amount_fen=None, due=date(2025, 1, 1))
        changed(connection)
    freeze(engine, USER, DAY, "六月末")
    with writing(engine) as connection:
        event_id = changed(connection)
        fact = {"recorded_at": now() + timedelta(seconds=5), "event_id": event_id}
        connection.execute(
            insert(Milestone).values(finding_id=3, kind="rectified", fact_date=date(2024, 6, 20), **fact)
        )
        connection.execute(
            insert(Milestone).values(finding_id=2, kind="closed", fact_date=date(2024, 7, 5), **fact)
        )
        add_finding(connection, amount_fen=700, found=date(2024, 7, 1))
    open_source(engine)  # its figures are there already, as in a cockpit that somebody looks at


def compared(engine):
    with reading(engine) as connection:
        facts = snapshots(connection)[0]
    return compare(engine, open_source(engine), facts, TODAY), facts


def test_what_was_frozen_is_what_the_figures_were_and_stays(frozen):
    with reading(frozen) as connection:
        facts = snapshots(connection)[0]
        figures = frozen_figures(connection, facts.snapshot_id)
        assert is_sound(connection, facts)
        event = connection.execute(select(Event).where(Event.event_id == facts.event_id)).one()
    assert (facts.as_of_date, facts.user_name, facts.note) == (DAY, "rectify", "六月末")
    assert json.loads(event.detail)["sha256"] == facts.digest
    assert figures.keys() == {kpi.name for kpi in ledger_kpis()}
    assert (figures["findings"].number, figures["findings_open"].number) == (4, 3)
    assert figures["findings_overdue"].number == 1
    assert figures["overdue_amount"].number == 2500
    rate = figures["rectification_rate_by_count"]
    assert (rate.number, rate.numerator, rate.denominator, rate.row_count) == (0.25, 1, 4, 4)


def test_then_the_same_day_as_known_now_and_today_stand_apart(frozen):
    found, __ = compared(frozen)
    by_name = {each.kpi.name: (each.then, each.again, each.now) for each in found.figures}
    assert by_name["findings"] == (4, 4, 5)
    assert by_name["rectification_rate_by_count"] == (0.25, 0.5, 0.4)
    assert by_name["findings_overdue"] == (1, 0, 1)  # what was late is rectified, another limit passed
    assert by_name["overdue_amount"] == (2500, 0, 1000)
    source = open_source(frozen)
    for name, (__, again, today) in by_name.items():
        assert again == value(source, kpis()[name], Filters(as_of=DAY)).value
        assert today == value(source, kpis()[name], Filters(as_of=TODAY)).value


def test_the_most_important_figures_come_first_and_a_person_has_a_name(frozen):
    with writing(frozen) as connection:
        account(connection, "rectify", frozenset({"rectification"}))
        connection.execute(update(Account).values(display_name="整改甲"))
    found, facts = compared(frozen)
    names = [each.kpi.name for each in found.figures]
    assert names[:3] == ["findings", "rectification_rate_by_count", "rectification_rate_by_amount"]
    assert names[len(INDICATORS) :] == sorted(set(names) - set(INDICATORS))
    assert facts.person == "整改甲"


def test_each_finding_that_changed_says_why(frozen):
    found, __ = compared(frozen)
    told = {each.finding_code: each for each in found.changes}
    assert told.keys() == {"F1", "F2", "F3", "F5"}
    assert (told["F1"].state_then, told["F1"].state_now) == ("in_progress", "overdue")
    assert "2024-07-15" in told["F1"].why
    assert (told["F2"].state_then, told["F2"].state_now) == ("rectified", "closed")
    assert "2024-07-05" in told["F2"].why
    assert "补录" not in told["F2"].why
    assert (told["F3"].state_then, told["F3"].state_now) == ("overdue", "rectified")
    assert "2024-06-20" in told["F3"].why
    assert "补录" in told["F3"].why
    assert (told["F5"].change, told["F5"].state_then) == ("entered", None)
    assert [(fact.finding_id, fact.fact_date) for fact in found.late] == [(3, date(2024, 6, 20))]
    assert found.late[0].actor == "rectify"


def test_a_figure_names_the_findings_that_came_and_went(frozen):
    with reading(frozen) as connection:
        facts = snapshots(connection)[0]
    source = open_source(frozen)
    today = moves_of(frozen, source, facts, "findings_overdue", TODAY)
    assert (today.entered, today.left) == ({1}, {3})
    assert [finding.finding_code for finding in today.frozen] == ["F3"]
    that_day = moves_of(frozen, source, facts, "findings_overdue", DAY)
    assert (that_day.entered, that_day.left) == (set(), {3})


def test_a_day_is_frozen_once_and_only_by_who_may(frozen):
    with pytest.raises(AlreadyFrozenError, match="2024-06-30"):
        freeze(frozen, USER, DAY)
    for user in (
        User("auditor", "某人", frozenset({"auditor"})),
        User("bound", "某人", frozenset({"rectification"}), section_code="S1"),
    ):
        with pytest.raises(NotPermittedError):
            freeze(frozen, user, TODAY)
    with reading(frozen) as connection:
        assert len(snapshots(connection)) == 1


def test_figures_of_data_that_moved_on_are_not_kept(frozen):
    with pytest.raises(DataMovedOnError):
        keep_snapshot(frozen, USER, TODAY, (), (), version=1)
    with reading(frozen) as connection:
        assert connection.scalars(select(Snapshot.as_of_date)).all() == [DAY]


@pytest.mark.parametrize("table", [SnapshotFigure, SnapshotFinding])
def test_a_changed_snapshot_is_found_out(frozen, table, monkeypatch, capsys):
    with writing(frozen) as connection:
        if table is SnapshotFigure:
            connection.execute(update(table).where(table.kpi == "findings").values(value="5"))
        else:
            connection.execute(update(table).where(table.finding_id == 1).values(state="closed"))
    monkeypatch.setenv("AUDIT_DATABASE_URL", frozen.url.render_as_string(hide_password=False))
    assert main(["snapshot", "show", str(DAY)]) == 1
    assert "被改动" in capsys.readouterr().err


@pytest.mark.parametrize("is_event_changed", [False, True])
def test_a_digest_that_was_changed_along_does_not_hide_it(frozen, is_event_changed):
    with writing(frozen) as connection:
        connection.execute(update(SnapshotFigure).where(SnapshotFigure.kpi == "findings").values(value="5"))
        facts = snapshots(connection)[0]
        figures = frozen_figures(connection, facts.snapshot_id)
        findings = frozen_findings(connection, facts.snapshot_id)
        forged = digest_of(DAY, tuple(figures.values()), tuple(findings.values()))
        connection.execute(update(Snapshot).values(digest=forged))
        if is_event_changed:
            told = func.replace(Event.detail, facts.digest, forged)
            connection.execute(update(Event).where(Event.event_id == facts.event_id).values(detail=told))
            row = connection.execute(
                select(*Event.__table__.columns).where(Event.event_id == facts.event_id)
            ).mappings()
            again = events._digest(dict(row.one()))
            connection.execute(update(Event).where(Event.event_id == facts.event_id).values(digest=again))
        assert not is_sound(connection, snapshots(connection)[0])


@pytest.mark.parametrize("is_newest", [True, False])
def test_a_snapshot_of_another_day_does_not_pass_for_it(engine, is_newest):
    with writing(engine) as connection:
        add_house(connection)
        changed(connection)
    freeze(engine, USER, DAY)
    with writing(engine) as connection:
        if not is_newest:
            changed(connection)
        assert is_sound(connection, snapshots(connection)[0])
        connection.execute(update(Snapshot).values(as_of_date=TODAY))
        assert not is_sound(connection, snapshots(connection)[0])


def test_a_day_to_come_is_not_frozen(frozen, monkeypatch, capsys):
    with writing(frozen) as connection:
        set_value(connection, "as_of", TODAY.isoformat())
    with pytest.raises(DayToComeError, match="2024-08-01"):
        freeze(frozen, USER, TODAY + timedelta(days=1))
    monkeypatch.setenv("AUDIT_DATABASE_URL", frozen.url.render_as_string(hide_password=False))
    assert main(["snapshot", "freeze", "--as-of", "2024-08-01"]) == 1
    assert "2024-07-31" in capsys.readouterr().err
    assert main(["snapshot", "freeze"]) == 0
    with reading(frozen) as connection:
        assert [each.as_of_date for each in snapshots(connection)] == [TODAY, DAY]


def _sent_by_the_register(engine, **said):
    with reading(engine) as connection:
        seen = transfer_seen(connection, 1)
    assert seen is not None
    known = seen.facts
    keep_transfer(engine, REVIEWER, seen, replace(known, receiving_body="公安机关", **said))


def test_a_sending_that_is_entered_late_is_told_and_so_is_its_answer_by_itself(engine):
    before = now() - timedelta(days=2)
    with writing(engine) as connection:
        add_house(connection)
        add_finding(connection, recorded_at=before)
        connection.execute(
            insert(Transfer).values(
                transfer_id=1, finding_id=1, decided_date=date(2024, 5, 1), recorded_at=before
            )
        )
        changed(connection)
    freeze(engine, USER, DAY)
    with writing(engine) as connection:
        connection.execute(update(Snapshot).values(taken_at=now() - timedelta(days=1)))
    _sent_by_the_register(engine, sent_date=date(2024, 6, 3))
    found, __ = compared(engine)
    assert [(fact.finding_id, fact.fact_date) for fact in found.late] == [(1, date(2024, 6, 3))]
    with writing(engine) as connection:
        connection.execute(update(Transfer).values(recorded_at=before))  # as if known when it was frozen
    _sent_by_the_register(engine, result="已立案", result_date=date(2024, 7, 1))
    assert compared(engine)[0].late == ()
    _sent_by_the_register(engine, result="已立案", result_date=date(2024, 6, 20))  # that day was wrong
    (late,) = compared(engine)[0].late
    assert (late.finding_id, late.what, late.fact_date) == (1, "移送反馈", date(2024, 6, 20))
    assert late.actor == REVIEWER.user_name


def test_what_was_recorded_in_the_second_of_the_freeze_is_not_late(sqlite_engine):
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_finding(connection)
        changed(connection)
    freeze(sqlite_engine, USER, DAY)
    with writing(sqlite_engine) as connection:
        connection.execute(update(Finding).values(recorded_at=select(Snapshot.taken_at).scalar_subquery()))
    assert compared(sqlite_engine)[0].late == ()


def test_the_command_freezes_lists_and_compares(sqlite_engine, monkeypatch, capsys):
    monkeypatch.setenv("AUDIT_DATABASE_URL", str(sqlite_engine.url))
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_finding(connection, amount_fen=1000, due=date(2024, 7, 15))
        changed(connection)
        record(connection, "x", BureauSettingChanged("name", None, "x"))
    assert main(["snapshot", "freeze", "--as-of", str(DAY), "--note", "六月末"]) == 0
    assert main(["snapshot", "freeze", "--as-of", str(DAY)]) == 1
    capsys.readouterr()
    assert main(["snapshot", "list"]) == 0
    assert "六月末" in capsys.readouterr().out
    assert main(["snapshot", "show", str(DAY), "--kpi", "findings", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["value"] == 1
    assert main(["snapshot", "show", str(DAY), "--compare"]) == 0
    assert "问题变化 1 个" in capsys.readouterr().out
    assert main(["snapshot", "show", "2020-01-31"]) == 1
