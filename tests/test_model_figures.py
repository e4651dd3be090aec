"""Figures of models and suspects on a day: what is new, overdue, in the ledger, and the sectors covered."""

from datetime import date

from sqlalchemy import Engine, insert, update

from data.engine import writing
from data.schema import Account, Project, Staff
from queries.catalog import kpis
from queries.filters import Filters, Scope
from queries.rows import detail
from queries.run import breakdown, value
from queries.source import Source, open_source
from tests.ledger_rows import add_house, settle
from tests.model_rows import add_varied_models, add_varied_runs
from tests.task_rows import add_suspect

DAY = date(2025, 6, 30)
DUE = {"due_date": date(2025, 6, 20), "to_section_code": "S1"}
ISSUED = date(2025, 6, 1)


def bureau(engine: Engine) -> Source:
    with writing(engine) as connection:
        add_house(connection)
        add_varied_models(connection)
        add_varied_runs(connection)
        add_suspect(connection, ("to_issue", date(2025, 6, 24)), found=date(2025, 6, 24))
        add_suspect(connection, ("to_issue", date(2025, 6, 23)), found=date(2025, 6, 23))
        add_suspect(connection, ("issued", ISSUED, DUE), found=ISSUED, model_code="M12")
        later = {"due_date": date(2025, 7, 10)}
        add_suspect(connection, ("issued", ISSUED, DUE), ("checking", date(2025, 6, 10), later), found=ISSUED)
        answered = ("confirmed", date(2025, 6, 29))
        add_suspect(connection, ("issued", ISSUED, DUE), answered, found=ISSUED)
        partly = ("partly_confirmed", date(2025, 6, 19))
        add_suspect(connection, ("issued", ISSUED, DUE), partly, ("in_ledger", DAY), found=ISSUED)
        for code, kind in (("X1", "investment"), ("X2", "livelihood"), ("X3", "policy")):
            connection.execute(
                insert(Project).values(
                    project_code=code, name=code, plan_year=2025, project_type=kind, is_stub=False
                )
            )
        settle(connection)
    return open_source(engine)


def figure(source: Source, name: str, day: date = DAY) -> object:
    return value(source, kpis()[name], Filters(as_of=day)).value


def test_runs_count_for_the_section_of_whoever_ran_them(sqlite_engine: Engine) -> None:
    source = bureau(sqlite_engine)
    assert figure(source, "model_runs") == 3, "not the failed one, not that by night, not that of 1 July"
    assert figure(source, "model_runs", date(2025, 7, 1)) == 4, "days are those of China"
    assert value(source, kpis()["model_runs"], Filters(as_of=DAY, year=2024)).value == 1
    by_section = breakdown(source, kpis()["model_runs"], Filters(as_of=DAY), "section")
    assert [(group.code, group.figure.value) for group in by_section] == [("S1", 3)]
    with writing(sqlite_engine) as connection:
        connection.execute(insert(Staff).values(staff_code="R1", name="运行人", section_code="S2"))
        connection.execute(update(Account).where(Account.user_name == "runner").values(staff_code="R1"))
        settle(connection)
    by_section = breakdown(open_source(sqlite_engine), kpis()["model_runs"], Filters(as_of=DAY), "section")
    assert [group.code for group in by_section] == ["S2"], "the register of the staff comes first"


def test_figures_of_suspects_on_their_boundary_days(sqlite_engine: Engine) -> None:
    source = bureau(sqlite_engine)
    assert figure(source, "suspects_new") == 1, "flagged seven days ago is not new any more"
    assert figure(source, "suspects_to_issue") == 2
    assert figure(source, "suspects_overdue") == 1, "a later step gave the other until July"
    assert figure(source, "suspects_overdue", date(2025, 6, 20)) == 0, "the due day itself is not late"
    assert figure(source, "suspects_overdue", date(2025, 6, 21)) == 2
    assert figure(source, "suspects_in_ledger") == 1
    assert figure(source, "suspect_confirmation_rate") == 1
    assert figure(source, "suspect_whole_confirmation_rate") == 0.5
    steps = breakdown(source, kpis()["suspects"], Filters(as_of=DAY), "digital_step")
    assert {group.code: group.figure.value for group in steps} == {
        "suspects": 2,
        "checking": 2,
        "research": 2,
    }
    overdue = detail(source, kpis()["suspects_overdue"], Filters(as_of=DAY)).iloc[0]
    assert (overdue["model"], overdue["issued_to"], overdue["days_overdue"]) == ("模型M12", "科室1", 10)


def test_models_in_force_cover_sectors(sqlite_engine: Engine) -> None:
    source = bureau(sqlite_engine)
    assert figure(source, "audit_models") == 4
    assert figure(source, "audit_models", date(2025, 7, 1)) == 5
    assert figure(source, "method_systems") == 1, "only investment has three"
    coverage = value(source, kpis()["model_sector_coverage"], Filters(as_of=DAY, year=2025))
    assert (coverage.numerator, coverage.denominator) == (1, 2), "a policy project stands for no sector"
    groups = breakdown(source, kpis()["audit_models"], Filters(as_of=DAY), "model_sector")
    assert {group.code: group.figure.value for group in groups} == {"investment": 3, "personnel": 1}


def test_what_was_set_aside_is_neither_issued_nor_answered(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        for __ in range(9):
            add_suspect(connection, ("to_issue", ISSUED), ("not_confirmed", ISSUED), found=ISSUED)
        add_suspect(connection, ("to_issue", ISSUED), ("issued", ISSUED, DUE), found=ISSUED)
        settle(connection)
    source = open_source(sqlite_engine)
    rate = value(source, kpis()["suspect_verification_rate"], Filters(as_of=DAY))
    assert (rate.numerator, rate.denominator) == (0, 1)
    assert figure(source, "suspects_fed_back") == 0
    assert figure(source, "suspect_confirmation_rate") is None
    groups = breakdown(source, kpis()["suspects"], Filters(as_of=DAY), "suspect_answer")
    assert {group.code: group.figure.value for group in groups} == {"set_aside": 9, "awaited": 1}
    steps = breakdown(source, kpis()["suspects"], Filters(as_of=DAY), "digital_step")
    assert {group.code: group.figure.value for group in steps} == {"suspects": 9, "checking": 1}


def test_what_was_set_aside_and_then_checked_counts_by_its_second_answer(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        aside, again = ("not_confirmed", ISSUED), ("checking", date(2025, 6, 10))
        add_suspect(connection, aside, again, ("confirmed", date(2025, 6, 20)), found=ISSUED)
        settle(connection)
    source = open_source(sqlite_engine)
    assert [figure(source, "suspects_issued", date(2025, 6, day)) for day in (9, 10)] == [0, 1]
    assert [figure(source, "suspects_fed_back", date(2025, 6, day)) for day in (19, 20)] == [0, 1]
    assert figure(source, "suspect_confirmation_rate") == 1


def test_a_suspect_that_is_checked_again_is_late_by_its_new_limit(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        again = ("checking", date(2025, 6, 22))
        answered = ("confirmed", date(2025, 6, 10))
        new_limit = ("issued", date(2025, 6, 23), {"due_date": date(2025, 6, 27), "to_section_code": "S2"})
        first = ("issued", ISSUED, DUE)
        add_suspect(connection, first, answered, again, found=ISSUED)
        add_suspect(connection, first, answered, again, new_limit, found=ISSUED)
        add_suspect(connection, first, answered, found=ISSUED)
        settle(connection)
    source = open_source(sqlite_engine)
    assert figure(source, "suspects_overdue", date(2025, 6, 27)) == 0
    (late,) = detail(source, kpis()["suspects_overdue"], Filters(as_of=DAY)).to_dict("records")
    assert (late["issued_to"], str(late["due_date"].date()), late["days_overdue"]) == (
        "科室2",
        "2025-06-27",
        3,
    )


def test_who_is_to_check_counts_what_was_issued_to_them(sqlite_engine: Engine) -> None:
    source = bureau(sqlite_engine)
    with writing(sqlite_engine) as connection:
        elsewhere = ("issued", ISSUED, {"due_date": DAY, "to_section_code": "S2"})
        add_suspect(connection, elsewhere, found=ISSUED)
        settle(connection)
    source = open_source(sqlite_engine)
    for section, issued in (("S1", 5), ("S2", 1)):
        found = value(source, kpis()["suspects_issued"], Filters(as_of=DAY), Scope(section=section))
        assert found.value == issued, section
