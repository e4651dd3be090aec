"""重大审计问题清单: how a problem comes on it, is told week by week, and comes off it."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, select, update

from data.access.roles import ACTIONS, ROLES, NotPermittedError, User
from data.bureau import set_value
from data.closing.transitions import TRANSITIONS as LEDGER_TRANSITIONS
from data.codes import MAJOR_STAGE, MAJOR_STEP
from data.engine import connect_to, now, reading, writing
from data.events import first_broken_link
from data.major_problems.moving import ListAct, MajorStepError, offered_acts, take_list_step
from data.major_problems.standing import Standing, standing
from data.major_problems.transitions import TRANSITIONS
from data.schema import CalendarDay, Event, Finding, MajorProblemStep, MajorProblemWeek, Milestone
from queries.cards.major_problem_card import major_problem_card
from queries.catalog import kpis
from queries.filters import Filters, Scope
from queries.major_problems.weeks import weeks_of
from queries.rows import detail
from queries.run import value
from queries.source import Source, open_source
from tests.closing_rows import CLERK, ELSEWHERE, LEADER, REVIEW, SECTION
from tests.ledger_rows import add_finding, add_house, settle
from tests.major_rows import add_list_step, add_week

MONDAY = date(2024, 6, 3)
TODAY = date(2024, 6, 26)  # the Wednesday of the fourth week
ENTRY = {"criterion": "violation", "lead_section_code": "S1", "tracker": "张三", "note": "金额大、性质严重"}
WEEK: dict[str, Any] = {"note": "已追回一半", "progress_percent": 50, "next_step": "追缴余款"}


def _house(engine: Engine) -> None:
    with writing(engine) as connection:
        set_value(connection, "as_of", TODAY.isoformat())
        add_house(connection)
        add_finding(connection, is_major=True, due=TODAY + timedelta(days=90))
        settle(connection)


def _standing(engine: Engine, number: int = 1) -> Standing:
    with reading(engine) as connection:
        there = standing(connection, number, TODAY)
    assert there is not None
    return there


def _take(engine: Engine, user: Any, act: str, **said: Any) -> None:
    take_list_step(engine, user, 1, _standing(engine).revision, ListAct(act, **said))


def _stated(engine: Engine, kind: str, day: date) -> None:
    """What the ledger says of the finding."""
    with writing(engine) as connection:
        connection.execute(
            insert(Milestone).values(finding_id=1, kind=kind, fact_date=day, recorded_at=now())
        )


def test_the_whole_way_each_by_whose_it_is_and_every_step_an_event(engine: Engine) -> None:
    _house(engine)
    _take(engine, REVIEW, "list", fact_date=MONDAY, **ENTRY)
    _take(engine, SECTION, "tell_week", **WEEK)
    _take(engine, REVIEW, "assign", lead_section_code="S2", tracker="李四")
    with pytest.raises(MajorStepError):  # the ledger has not accepted it
        _take(engine, CLERK, "request", note="已整改")
    _stated(engine, "rectified", TODAY - timedelta(days=2))
    _take(engine, CLERK, "request", note="已整改")
    _take(engine, REVIEW, "send_back_review", note="缺凭证")
    _take(engine, CLERK, "request", note="已补凭证")
    _take(engine, REVIEW, "pass_review", note="材料齐全")
    with pytest.raises(MajorStepError):  # the ledger has not closed it out
        _take(engine, LEADER, "approve")
    _stated(engine, "closed", TODAY - timedelta(days=1))
    _take(engine, LEADER, "approve", document_number="清销1号")
    there = _standing(engine)
    assert (there.stage, there.lead, there.revision) == ("closed", ("S2", "李四"), 8)
    with reading(engine) as connection:
        kinds = connection.scalars(select(MajorProblemStep.kind).order_by(MajorProblemStep.event_id)).all()
        steps = connection.scalar(select(func.count()).where(Event.kind == "major_problem_step_taken"))
        weeks = connection.scalar(select(func.count()).where(Event.kind == "major_week_told"))
        assert first_broken_link(connection)[0] is None
    assert kinds == [
        "listed",
        "assigned",
        "close_asked",
        "sent_back",
        "close_asked",
        "review_passed",
        "close_approved",
    ]
    assert (steps, weeks) == (len(kinds), 1)
    source = open_source(engine)
    figures = ("major_problems_listed", "major_problems_closed", "major_problem_close_rate")
    assert [value(source, kpis()[name], Filters(as_of=TODAY)).value for name in figures] == [1, 1, 1]
    assert value(source, kpis()["major_problems_open"], Filters(as_of=MONDAY)).value == 1
    assert value(source, kpis()["major_candidates"], Filters(as_of=MONDAY - timedelta(days=1))).value == 1
    # It may come back: with a decision of its own.
    _take(engine, REVIEW, "list", **ENTRY)
    assert _standing(engine).stage == "tracking"


def test_what_is_not_said_or_not_theirs_is_refused_and_leaves_nothing(sqlite_engine: Engine) -> None:
    _house(sqlite_engine)
    for missing in ("criterion", "lead_section_code", "tracker", "note"):
        with pytest.raises(MajorStepError):
            _take(sqlite_engine, REVIEW, "list", **(ENTRY | {missing: ""}))
    for day in (TODAY + timedelta(days=1), date(2024, 1, 1)):  # to come; before it was found
        with pytest.raises(MajorStepError):
            _take(sqlite_engine, REVIEW, "list", fact_date=day, **ENTRY)
    with pytest.raises(NotPermittedError):
        _take(sqlite_engine, CLERK, "list", **ENTRY)
    with pytest.raises(MajorStepError):  # it is not on the list
        _take(sqlite_engine, CLERK, "tell_week", **WEEK)
    _take(sqlite_engine, REVIEW, "list", fact_date=MONDAY, **ENTRY)
    with pytest.raises(NotPermittedError):
        _take(sqlite_engine, ELSEWHERE, "tell_week", **WEEK)
    wrong: tuple[dict[str, Any], ...] = (
        {"note": " "},
        {"next_step": ""},
        {"progress_percent": 101},
        {"colour": "blue"},
        {"colour": "red"},  # without a reason
        {"week_date": MONDAY - timedelta(days=1)},
        {"week_date": TODAY + timedelta(days=7)},
    )
    for said in wrong:
        with pytest.raises(MajorStepError):
            _take(sqlite_engine, CLERK, "tell_week", **(WEEK | said))
    with pytest.raises(MajorStepError):  # seen before somebody else wrote
        take_list_step(sqlite_engine, CLERK, 1, 0, ListAct("tell_week", **WEEK))
    with reading(sqlite_engine) as connection:
        assert connection.scalar(select(func.count()).select_from(MajorProblemStep)) == 1
        assert connection.scalar(select(func.count()).select_from(MajorProblemWeek)) == 0


def test_nobody_reviews_or_approves_what_they_submitted(sqlite_engine: Engine) -> None:
    everything = User("all", "多面手", frozenset({"rectification", "review", "leadership"}))
    _house(sqlite_engine)
    _stated(sqlite_engine, "rectified", MONDAY)
    _stated(sqlite_engine, "closed", MONDAY)
    _take(sqlite_engine, everything, "list", fact_date=MONDAY, **ENTRY)
    _take(sqlite_engine, everything, "request", note="已整改")
    offered = {
        each.transition.act: each.obstacle for each in offered_acts(_standing(sqlite_engine), everything)
    }
    assert offered["pass_review"]
    assert not offered["remove"]
    for act in ("pass_review", "send_back_review"):
        with pytest.raises(MajorStepError):
            _take(sqlite_engine, everything, act, note="通过")
    _take(sqlite_engine, REVIEW, "pass_review", note="通过")
    with pytest.raises(MajorStepError):
        _take(sqlite_engine, everything, "approve")
    _take(sqlite_engine, LEADER, "approve")


def test_the_table_is_whole() -> None:
    """Every stage is reached and left, every step and right is known, and each right is held by a role."""
    reached = {each.to_state for each in TRANSITIONS if each.to_state} | {"candidate"}
    assert reached == set(MAJOR_STAGE) == {stage for each in TRANSITIONS for stage in each.from_states}
    assert {each.step for each in TRANSITIONS} == set(MAJOR_STEP)
    rights = {each.right for each in TRANSITIONS}
    assert rights <= ACTIONS.keys()
    assert rights <= {action for __, actions in ROLES.values() for action in actions}
    assert not rights & {each.right for each in LEDGER_TRANSITIONS}


@pytest.fixture(scope="module")
def weeks(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    """Four problems listed in June: told on time; told late, red by a person; overdue; off the list."""
    folder = tmp_path_factory.mktemp("weeks")
    engine = connect_to(f"sqlite:///{shutil.copy(sqlite_template, folder / 'audit.db')}")
    with writing(engine) as connection:
        set_value(connection, "as_of", TODAY.isoformat())
        add_house(connection)
        dues = (TODAY + timedelta(days=90), TODAY + timedelta(days=90), date(2024, 6, 14), None)
        for number, due in enumerate(dues, 1):
            add_finding(connection, is_major=True, due=due)
            add_list_step(connection, number, "listed", MONDAY + timedelta(days=2))
        for number in (0, 1, 2, 3):
            add_week(connection, 1, MONDAY + timedelta(weeks=number), told=MONDAY + timedelta(weeks=number))
        add_week(connection, 2, MONDAY, told=TODAY)
        add_week(connection, 2, MONDAY, told=TODAY, colour="red", colour_reason="对方失联")
        for number in (0, 1, 2, 3):
            add_week(connection, 3, MONDAY + timedelta(weeks=number), told=MONDAY + timedelta(weeks=number))
        add_list_step(connection, 4, "removed", MONDAY + timedelta(days=15))
        # The second week of June has no working day.
        for day in range(7):
            connection.execute(
                insert(CalendarDay).values(
                    day=MONDAY + timedelta(days=7 + day), is_working_day=False, working_day_number=1
                )
            )
        settle(connection)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIT_VAR_DIR", str(folder))
        yield open_source(engine)
    engine.dispose()


def _value(source: Source, name: str, day: date = TODAY) -> float | None:
    found = value(source, kpis()[name], Filters(as_of=day)).value
    return None if found is None else float(found)


def test_weeks_are_owed_from_the_entry_and_what_is_told_late_counts_from_that_day(weeks: Source) -> None:
    rows = detail(weeks, kpis()["major_week_rate"], Filters(as_of=TODAY))
    owed = rows.groupby("major_problem_id").size().to_dict()
    # Weeks of 3, 17 and 24 June; the fourth left the list in that of 17 June, which it does not owe.
    assert owed == {1: 3, 2: 3, 3: 3, 4: 1}
    assert _value(weeks, "major_week_rate") == pytest.approx(7 / 10)
    assert _value(weeks, "major_states_missing") == 1
    yesterday = TODAY - timedelta(days=1)
    assert _value(weeks, "major_week_rate", yesterday) == pytest.approx(6 / 10)
    sunday = MONDAY + timedelta(days=13)  # of the week without a working day
    assert _value(weeks, "major_states_missing", sunday) == 0
    assert _value(weeks, "major_states_missing", MONDAY + timedelta(days=2)) == 2


def test_the_colour_is_the_rules_unless_a_person_judged_it(weeks: Source) -> None:
    rows = detail(weeks, kpis()["major_week_rate"], Filters(as_of=TODAY))
    told = rows[rows["is_told"]].sort_values("week_date")
    of = {key: group["week_colour"].tolist() for key, group in told.groupby("major_problem_id")}
    # The limit of the third is 14 June: within 30 days of it in danger, past it stuck.
    assert of == {1: ["green"] * 3, 2: ["red"], 3: ["amber", "red", "red"]}
    assert _value(weeks, "major_problems_red") == 2
    assert rows[~rows["is_told"]]["week_colour"].isna().all()


def test_a_wall_that_stands_at_the_entry_has_no_list_yet(weeks: Source) -> None:
    before = MONDAY + timedelta(days=1)
    assert _value(weeks, "major_problems_open", before) == 0
    assert _value(weeks, "major_problem_close_rate", before) is None
    assert _value(weeks, "major_candidates", before) == 4
    assert _value(weeks, "major_problems_open") == 3
    assert _value(weeks, "major_problems_listed") == 3


def test_the_section_that_leads_it_sees_it_and_tells_of_it_and_no_more(sqlite_engine: Engine) -> None:
    _house(sqlite_engine)
    led = User("led", "牵头处室", frozenset({"section", "review"}), section_code="S2")
    scope = Scope(section="S2")
    seen = []
    for lead in ("S1", "S2"):
        _take(
            sqlite_engine,
            REVIEW,
            "list" if lead == "S1" else "assign",
            **(ENTRY | {"lead_section_code": lead}),
        )
        source = open_source(sqlite_engine)
        listed = detail(source, kpis()["major_problems_open"], Filters(as_of=TODAY), scope)
        with reading(sqlite_engine) as connection:
            card = major_problem_card(source, connection, 1, TODAY, scope)
        seen.append((len(listed), card is not None, len(weeks_of(source, 1, TODAY, scope))))
        if lead == "S1":
            with pytest.raises(NotPermittedError):
                _take(sqlite_engine, led, "tell_week", **WEEK)
    assert seen == [(0, False, 0), (1, True, 1)]
    _take(sqlite_engine, led, "tell_week", **WEEK)
    with pytest.raises(NotPermittedError):  # whoever leads does not say who leads
        _take(sqlite_engine, led, "assign", lead_section_code="S1", tracker="张三")
    assert _standing(sqlite_engine).weeks[-1].person == "牵头处室"


def test_a_ledger_that_calls_it_no_longer_major_takes_nothing_off_the_list(sqlite_engine: Engine) -> None:
    _house(sqlite_engine)
    _take(sqlite_engine, REVIEW, "list", **ENTRY)
    with writing(sqlite_engine) as connection:
        connection.execute(update(Finding).values(is_major=False))
        settle(connection)
    assert _value(open_source(sqlite_engine), "major_problems_open") == 1


def test_what_is_reopened_after_its_close_out_from_the_list_is_a_candidate_again(
    sqlite_engine: Engine,
) -> None:
    reopened = MONDAY + timedelta(days=14)
    with writing(sqlite_engine) as connection:
        add_house(connection)
        for facts in ([], [("reopened", reopened)]):
            add_finding(connection, is_major=True, facts=[("rectified", MONDAY), ("closed", MONDAY), *facts])
        for number in (1, 2):
            for kind in ("listed", "close_asked", "review_passed", "close_approved"):
                add_list_step(connection, number, kind, MONDAY)
        settle(connection)
    source = open_source(sqlite_engine)
    assert _value(source, "major_candidates", reopened - timedelta(days=1)) == 0
    assert _value(source, "major_candidates", reopened) == 1
