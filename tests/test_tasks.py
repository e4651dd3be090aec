"""Tasks and suspects on a day: states at their boundary days, extensions, breakdown, weeks, and the rates."""

from datetime import date

import pytest
from sqlalchemy import Engine

from data.engine import writing
from queries.catalog import kpis
from queries.filters import Filters, Scope
from queries.rows import detail
from queries.run import breakdown, value
from queries.source import Source, open_source
from tests.ledger_rows import add_finding, add_house, settle
from tests.task_rows import SET, add_suspect, add_task

DUE = date(2025, 6, 30)  # a Monday


def board(engine: Engine, *tasks: tuple[tuple[object, ...], dict[str, object]]) -> Source:
    with writing(engine) as connection:
        add_house(connection)
        for steps, values in tasks:
            add_task(connection, *steps, **values)
        settle(connection)
    return open_source(engine)


def figure(source: Source, name: str, day: date, **choices: object) -> object:
    return value(source, kpis()[name], Filters(as_of=day, **choices)).value


def states(source: Source, day: date) -> list[str]:
    rows = detail(source, kpis()["task_entries"], Filters(as_of=day))
    return rows.sort_values("task_code")["task_state"].tolist()


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2025, 6, 22), "not_started"),
        (date(2025, 6, 23), "due_soon"),
        (DUE, "due_soon"),
        (date(2025, 7, 1), "overdue"),
    ],
)
def test_a_task_is_due_soon_for_seven_days_and_overdue_on_the_day_after(
    sqlite_engine: Engine, day: date, state: str
) -> None:
    assert states(board(sqlite_engine, ((), {"due": DUE})), day) == [state]


def test_a_task_is_not_there_before_it_was_set(sqlite_engine: Engine) -> None:
    source = board(sqlite_engine, ((), {}))
    assert figure(source, "tasks", date(2025, 1, 5)) is None
    assert figure(source, "tasks", SET) == 1


def test_the_latest_turn_decides_also_within_one_day(engine: Engine) -> None:
    one, two, three = date(2025, 2, 3), date(2025, 3, 3), date(2025, 4, 1)
    source = board(
        engine,
        ((("completed", one), ("reopened", two), ("reported", two), ("completed", three)), {"due": DUE}),
        ((("completed", one), ("reopened", one)), {"due": DUE}),
        ((("cancelled", one), ("reopened", two)), {"due": None}),
    )
    assert states(source, one) == ["completed", "in_progress", "cancelled"]
    assert states(source, two) == ["in_progress", "in_progress", "in_progress"]
    assert states(source, three) == ["completed", "in_progress", "in_progress"]
    rows = detail(source, kpis()["task_completion_rate"], Filters(as_of=three))
    assert rows.sort_values("task_code")["completed_date"].dt.date.iloc[0] == three


def test_an_extension_counts_from_the_day_it_was_approved(sqlite_engine: Engine) -> None:
    extended = ("extended", date(2025, 7, 5), {"new_due_date": date(2025, 8, 31)})
    source = board(sqlite_engine, ((extended, ("completed", date(2025, 8, 31))), {"due": DUE}))
    assert states(source, date(2025, 7, 4)) == ["overdue"]
    overdue = detail(source, kpis()["tasks_overdue"], Filters(as_of=date(2025, 7, 4)))
    assert overdue["days_overdue"].tolist() == [4]
    assert states(source, date(2025, 7, 5)) == ["in_progress"]
    assert figure(source, "tasks_completed_on_time", date(2025, 8, 31)) == 1.0


def test_rates_leave_out_what_is_cancelled_and_count_the_parts_of_what_is_broken_down(
    sqlite_engine: Engine,
) -> None:
    day = date(2025, 7, 15)
    source = board(
        sqlite_engine,
        ((), {"due": date(2025, 12, 31), "section_code": None}),
        ((("completed", date(2025, 6, 30)),), {"parent_task_id": 1}),
        ((("completed", date(2025, 7, 1)),), {"parent_task_id": 1, "section_code": "S2"}),
        ((), {"parent_task_id": 1, "section_code": "S2", "set_date": date(2025, 7, 10)}),
        ((("cancelled", date(2025, 7, 2)),), {"section_code": "S2"}),
        ((("completed", date(2025, 7, 3)),), {"due": None}),
    )
    assert figure(source, "task_completion_rate", day) == 3 / 4
    assert figure(source, "task_completion_rate", date(2025, 7, 9)) == 3 / 3
    assert figure(source, "tasks_completed_on_time", day) == 1 / 2
    assert figure(source, "tasks", day) == 5
    entries = detail(source, kpis()["task_entries"], Filters(as_of=day)).set_index("task_code")
    assert entries.loc["T01", ["part_count", "parts_completed"]].tolist() == [3, 2]
    assert entries.loc["T02", "task_path"] == "T01 › T02"
    by_section = breakdown(source, kpis()["task_completion_rate"], Filters(as_of=day), "section")
    assert {group.code: (group.figure.numerator, group.figure.denominator) for group in by_section} == {
        "S1": (2, 2),
        "S2": (1, 2),
    }


def test_a_task_whose_parts_are_all_cancelled_counts_itself_again(sqlite_engine: Engine) -> None:
    source = board(
        sqlite_engine,
        ((), {}),
        ((("cancelled", date(2025, 3, 3)),), {"parent_task_id": 1}),
    )
    filters = Filters(as_of=date(2025, 3, 3))
    assert detail(source, kpis()["task_completion_rate"], filters)["task_code"].tolist() == ["T01"]


def test_a_resolution_is_one_matter_however_it_is_broken_down(engine: Engine) -> None:
    done = date(2025, 5, 6)
    committee = {"kind": "committee", "origin": "第一次会议"}
    source = board(
        engine,
        ((), committee),
        ((("completed", done),), committee | {"parent_task_id": 1}),
        ((("completed", done),), committee),
        ((("cancelled", done),), committee),
        ((), {}),
    )
    assert figure(source, "committee_item_completion", date(2025, 5, 5)) == 0.0
    assert figure(source, "committee_item_completion", done) == 1 / 2
    assert figure(source, "committee_items", done) == 3
    assert figure(source, "committee_items_open", done) == 1


@pytest.mark.parametrize(
    ("day", "this", "following"),
    [
        (date(2025, 6, 22), 0, 0),  # a Sunday: the week of the limit is the one after the next
        (date(2025, 6, 23), 0, 1),
        (date(2025, 6, 29), 0, 1),
        (date(2025, 6, 30), 1, 0),
        (date(2025, 7, 6), 1, 0),
        (date(2025, 7, 7), 0, 0),
    ],
)
def test_a_week_is_monday_to_sunday(sqlite_engine: Engine, day: date, this: int, following: int) -> None:
    source = board(sqlite_engine, ((), {"due": DUE}))
    assert figure(source, "tasks_due_this_week", day) == this
    assert figure(source, "tasks_due_next_week", day) == following


def test_a_task_stands_once_on_the_list_of_its_week_and_month(sqlite_engine: Engine) -> None:
    monday, tuesday = date(2025, 6, 30), date(2025, 7, 1)
    source = board(
        sqlite_engine,
        ((("completed", date(2025, 6, 29)),), {"due": monday}),
        ((("reported", monday), ("completed", tuesday)), {"due": tuesday}),
        ((("reported", monday),), {"due": date(2025, 12, 31)}),
        ((("reported", date(2025, 6, 29)),), {"due": date(2025, 7, 6)}),
        ((("cancelled", monday),), {"due": monday}),
        ((), {"due": date(2025, 7, 7)}),
    )

    def listed(name: str, by: str, day: date) -> dict[str, int]:
        groups = breakdown(source, kpis()[name], Filters(as_of=day), by)
        return {group.code: group.figure.rows for group in groups}

    assert listed("tasks_of_the_week", "week_part", monday) == {"due": 2, "moved": 1}
    assert listed("tasks_of_the_week", "week_part", tuesday) == {"done": 1, "due": 1, "moved": 1}
    assert listed("tasks_of_the_month", "month_part", monday) == {"done": 1, "moved": 3}
    assert listed("tasks_of_the_month", "month_part", tuesday) == {"done": 1, "due": 2}
    assert figure(source, "tasks_due_this_month", monday) == 1
    assert figure(source, "tasks_due_next_month", monday) == 3


def test_bound_readers_see_their_own_tasks_only(sqlite_engine: Engine) -> None:
    source = board(
        sqlite_engine,
        ((), {}),
        ((), {"section_code": "S2", "region_code": "990102"}),
        ((), {"section_code": None, "region_code": None}),
    )
    filters, kpi = Filters(as_of=SET), kpis()["tasks"]
    assert detail(source, kpi, filters, Scope(section="S1"))["task_code"].tolist() == ["T01"]
    assert detail(source, kpi, filters, Scope(region="990102"))["task_code"].tolist() == ["T02"]
    assert value(source, kpi, filters).value == 3


def test_suspects_are_issued_fed_back_and_confirmed_by_day(engine: Engine) -> None:
    issued, answered = date(2025, 2, 3), date(2025, 3, 3)
    with writing(engine) as connection:
        add_house(connection)
        add_suspect(connection)
        add_suspect(connection, ("issued", issued), ("checking", answered))
        add_suspect(connection, ("issued", issued), ("confirmed", answered), ("in_ledger", answered))
        add_suspect(connection, ("issued", issued), ("partly_confirmed", answered))
        add_suspect(connection, ("issued", issued), ("not_confirmed", answered))
        later = date(2025, 3, 4)
        add_suspect(connection, ("issued", issued), ("not_confirmed", answered), ("in_ledger", later))
        direct = add_suspect(connection, ("in_ledger", answered))
        add_finding(connection, suspect_id=direct, found=answered)
        settle(connection)
    source = open_source(engine)
    names = ("suspects", "suspects_issued", "suspects_fed_back", "suspects_confirmed")
    assert [figure(source, name, SET) for name in names] == [7, 0, 0, 0]
    assert [figure(source, name, issued) for name in names] == [7, 5, 0, 0]
    assert [figure(source, name, answered) for name in names] == [7, 6, 5, 3]
    assert [figure(source, name, later) for name in names] == [7, 6, 5, 4]
    assert figure(source, "suspect_verification_rate", issued) == 0.0
    assert figure(source, "suspect_verification_rate", answered) == 5 / 6
    assert figure(source, "suspect_confirmation_rate", issued) is None
    assert figure(source, "suspect_confirmation_rate", answered) == 3 / 5
    rows = detail(source, kpis()["suspects"], Filters(as_of=answered))
    assert rows["finding_code"].dropna().tolist() == ["F1"]
