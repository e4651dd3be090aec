"""The card of a project adds up its days on site, keeps to the day asked for, and closes to other scopes."""

from datetime import date

import pytest
from sqlalchemy import Engine

from queries.cards.project_card import project_card
from queries.filters import EVERYTHING, Filters, Scope
from queries.planning.calendar_reach import calendar_reach
from queries.source import Source, open_source
from tests.ledger_rows import add_house, settle
from tests.progress_rows import (
    add_calendar,
    add_member,
    add_pause,
    add_staff,
    add_stages,
    add_work,
    change_project,
)

ENTRY, EXIT = date(2026, 9, 18), date(2026, 10, 12)


@pytest.fixture
def source(sqlite_engine: Engine) -> Source:
    with sqlite_engine.begin() as connection:
        add_house(connection)
        add_calendar(connection)
        change_project(connection, 1, is_independent=True, business_lead="甲", in_plan_date=date(2026, 1, 5))
        add_stages(
            connection,
            1,
            entry=(ENTRY, ENTRY),
            exit=(date(2026, 10, 9), EXIT),
            delivery=(date(2027, 1, 15), None),
        )
        add_pause(connection, date(2026, 10, 8), date(2026, 10, 9))
        add_staff(connection, 1)
        add_member(connection, 1, part="business_lead")
        add_work(connection, 1, date(2026, 9, 21), 8)
        add_work(connection, 1, date(2026, 9, 28), 5, mode="online")
        change_project(connection, 2, cancelled_date=date(2025, 3, 1))
        settle(connection)
    return open_source(sqlite_engine)


def test_the_days_on_site_add_up_line_by_line(source: Source) -> None:
    card = project_card(source, 1, date(2026, 10, 31), EVERYTHING)
    assert card is not None
    visit = card.visit
    assert visit is not None
    assert (visit.calendar_days, visit.weekend_days, visit.working_days) == (25, 8, 13)
    signs = {(day.name, day.is_working_day): len(day.days) for day in visit.holidays}
    # Worked for the national holiday: 20 September, 10 October; off: 25 September, 1, 2 and 5–7 October.
    assert signs == {("国庆节", True): 2, ("中秋节", False): 1, ("国庆节", False): 5}
    assert visit.working_days == 25 - 8 + 2 - 1 - 5
    assert [pause.days for pause in visit.pauses] == [2]
    assert card.standing.on_site_days == 11
    assert (card.team[0].half_hours, card.half_hours) == (104, {"on_site": 64, "online": 40})


def test_the_card_is_that_of_the_day(source: Source) -> None:
    card = project_card(source, 1, date(2026, 9, 25), EVERYTHING)
    assert card is not None
    assert (card.standing.is_on_site, card.standing.exit_date, card.standing.on_site_days) == (True, None, 6)
    assert [stage.actual_date for stage in card.stages] == [ENTRY, None, None]
    assert card.half_hours == {"on_site": 64}
    before = project_card(source, 1, date(2026, 1, 4), EVERYTHING)
    assert before is not None
    assert (before.standing.project_state, before.stages, before.visit) == (None, (), None)


def test_a_project_taken_out_of_the_plan_still_has_a_card(source: Source) -> None:
    card = project_card(source, 2, date(2026, 10, 31), EVERYTHING)
    assert card is not None
    assert (card.standing.project_state, card.standing.cancelled_date) == (None, date(2025, 3, 1))
    before_any_plan = project_card(source, 2, date(2023, 12, 31), EVERYTHING)
    assert before_any_plan is not None
    assert (before_any_plan.standing.project_state, before_any_plan.standing.cancelled_date) == (None, None)


@pytest.mark.parametrize("scope", [Scope(section="S2"), Scope(region="990102")])
def test_other_scopes_get_the_answer_for_what_does_not_exist(source: Source, scope: Scope) -> None:
    assert project_card(source, 1, date(2026, 10, 31), scope) is None
    assert project_card(source, 999, date(2026, 10, 31), EVERYTHING) is None


def test_the_calendar_says_how_far_it_reaches_and_what_lies_beyond(source: Source) -> None:
    reach = calendar_reach(source, Filters(as_of=date(2026, 10, 31)), EVERYTHING)
    assert (reach.last_day, reach.projects_beyond) == (date(2026, 12, 31), 1)
    assert reach.latest_planned_date == date(2027, 1, 15)
    assert reach.holds(date(2026, 12, 31))
    assert not reach.holds(date(2027, 1, 1))
    other = calendar_reach(source, Filters(as_of=date(2026, 10, 31)), Scope(section="S2"))
    assert (other.projects_beyond, other.latest_planned_date) == (0, None)
