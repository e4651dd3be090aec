"""Where projects stand on a day: days on site, pauses and limits, the plan, delays, teams, work."""

from datetime import date

import pytest
from sqlalchemy import Connection, Engine

from data.codes import PROJECT_STAGE
from data.engine import writing
from queries.catalog import kpis
from queries.compose import relations_read
from queries.filters import Filters, Scope
from queries.rows import detail
from queries.run import breakdown, course, value
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

MONDAY = date(2026, 3, 2)
# Counted on a wall calendar from Monday 2 March: 清明 4–6 April and 1–5 May are off, Saturday 9 May is not.
FORTIETH, FIFTIETH, FIFTY_FIRST = date(2026, 4, 27), date(2026, 5, 13), date(2026, 5, 14)


class Bureau:
    """Projects 1 and 2 of `add_house` as a test writes them, then the questions."""

    def __init__(self, connection: Connection, engine: Engine) -> None:
        self.connection = connection
        self._engine = engine

    def asked(self) -> Source:
        settle(self.connection)
        self.connection.commit()
        return open_source(self._engine)


@pytest.fixture
def bureau(sqlite_engine: Engine):
    with sqlite_engine.connect() as connection:
        add_house(connection)
        add_calendar(connection)
        for project in (1, 2):
            change_project(connection, project, is_independent=True)
        yield Bureau(connection, sqlite_engine)


def figure(source: Source, name: str, as_of: date) -> float | int | None:
    return value(source, kpis()[name], Filters(as_of=as_of)).value


def visits(source: Source, as_of: date) -> dict[str, tuple[int | None, str]]:
    """Working days on site and state of the limit by project."""
    rows = detail(source, kpis()["projects_in_plan"], Filters(as_of=as_of)).astype(object)
    rows = rows.where(rows.notna(), None)
    return {row.project_code: (row.on_site_days, row.limit_state) for row in rows.itertuples()}


def test_both_ends_count_and_an_open_visit_counts_to_the_day_asked_for(bureau: Bureau) -> None:
    add_stages(bureau.connection, 1, entry=(None, MONDAY), exit=(None, date(2026, 3, 13)))
    source = bureau.asked()
    assert visits(source, date(2026, 3, 1))["P1"] == (None, "not_visited")
    assert visits(source, MONDAY)["P1"] == (1, "within")
    assert visits(source, date(2026, 3, 4))["P1"] == (3, "within")
    assert visits(source, date(2026, 3, 8))["P1"] == (5, "within")
    assert visits(source, date(2026, 3, 13))["P1"] == (10, "kept")
    assert visits(source, date(2026, 12, 31))["P1"] == (10, "kept")


def test_holidays_do_not_count_and_make_up_days_do(bureau: Bureau) -> None:
    """13–24 February 2026: Friday, the Saturday made up for, and the Tuesday after the festival."""
    add_stages(bureau.connection, 1, entry=(None, date(2026, 2, 13)), exit=(None, date(2026, 2, 24)))
    assert visits(bureau.asked(), date(2026, 3, 2))["P1"] == (3, "kept")


@pytest.mark.parametrize(
    ("as_of", "days", "state"),
    [
        (date(2026, 4, 26), 39, "within"),
        (FORTIETH, 40, "near"),
        (FIFTIETH, 50, "near"),
        (FIFTY_FIRST, 51, "over"),
    ],
)
def test_the_limit_of_who_is_still_on_site(bureau: Bureau, as_of: date, days: int, state: str) -> None:
    add_stages(bureau.connection, 1, entry=(None, MONDAY))
    source = bureau.asked()
    assert visits(source, as_of)["P1"] == (days, state)
    assert figure(source, "on_site_over_limit", as_of) == (state == "over")
    assert figure(source, "on_site_near_limit", as_of) == (state == "near")
    assert figure(source, "on_site_limit_compliance", as_of) is None


def test_the_limit_of_who_has_left_is_fifty_days(bureau: Bureau) -> None:
    add_stages(bureau.connection, 1, entry=(None, MONDAY), exit=(None, FIFTIETH))
    add_stages(bureau.connection, 2, entry=(None, MONDAY), exit=(None, FIFTY_FIRST))
    source = bureau.asked()
    assert [visits(source, FIFTY_FIRST)[code] for code in ("P1", "P2")] == [(50, "kept"), (51, "exceeded")]
    days = [FIFTIETH, FIFTY_FIRST]
    rates = course(source, kpis()["on_site_limit_compliance"], Filters(as_of=FIFTY_FIRST), days)
    assert [(rate.value, rate.denominator) for rate in rates] == [(1.0, 1), (0.5, 2)]
    assert figure(source, "on_site_days_median", FIFTY_FIRST) == 50.5


def test_who_does_not_work_alone_or_makes_no_visit_has_no_limit(bureau: Bureau) -> None:
    for project in (1, 2):
        add_stages(bureau.connection, project, entry=(None, MONDAY), exit=(None, FIFTY_FIRST))
    change_project(bureau.connection, 1, is_independent=False)
    change_project(bureau.connection, 2, is_desk_only=True)
    source = bureau.asked()
    assert visits(source, FIFTY_FIRST) == {"P1": (51, "not_limited"), "P2": (None, "not_limited")}
    assert figure(source, "on_site_limit_compliance", FIFTY_FIRST) is None
    assert figure(source, "on_site_days_median", FIFTY_FIRST) == 51


def test_pauses_take_each_working_day_off_once(bureau: Bureau) -> None:
    """Twenty working days of March; 9–11 and 10–13 share two days, 26 March to 10 April crosses the exit."""
    add_stages(bureau.connection, 1, entry=(None, MONDAY), exit=(None, date(2026, 3, 27)))
    add_pause(bureau.connection, date(2026, 3, 9), date(2026, 3, 11))
    add_pause(bureau.connection, date(2026, 3, 10), date(2026, 3, 13))
    add_pause(bureau.connection, date(2026, 3, 26), date(2026, 4, 10))
    add_pause(bureau.connection, date(2026, 3, 27), None)
    add_pause(bureau.connection, date(2026, 4, 20), None)
    source = bureau.asked()
    # On the 10th: seven days since the 2nd, the 9th and the 10th paused.
    assert visits(source, date(2026, 3, 10))["P1"] == (5, "within")
    assert visits(source, date(2026, 3, 15))["P1"] == (10 - 5, "within")
    assert visits(source, date(2026, 5, 6))["P1"] == (20 - 5 - 2, "kept")


def test_a_pause_within_a_pause_and_one_after_the_other_add_nothing_twice(bureau: Bureau) -> None:
    add_stages(bureau.connection, 1, entry=(None, MONDAY), exit=(None, date(2026, 3, 27)))
    add_pause(bureau.connection, date(2026, 3, 3), date(2026, 3, 12))  # eight days
    add_pause(bureau.connection, date(2026, 3, 5), date(2026, 3, 6))  # inside the first
    add_pause(bureau.connection, date(2026, 3, 12), date(2026, 3, 16))  # adds the 13th and the 16th
    add_pause(bureau.connection, date(2026, 3, 14), date(2026, 3, 15))  # a weekend
    assert visits(bureau.asked(), date(2026, 3, 31))["P1"] == (20 - 8 - 2, "kept")


def test_an_open_pause_rests_until_the_day_asked_for(bureau: Bureau) -> None:
    add_stages(bureau.connection, 1, entry=(None, MONDAY))
    add_pause(bureau.connection, date(2026, 3, 9), None)
    source = bureau.asked()
    assert visits(source, date(2026, 3, 8))["P1"] == (5, "within")
    assert visits(source, date(2026, 12, 31))["P1"] == (5, "within")


def test_a_pause_that_began_before_the_entry_counts_from_it(bureau: Bureau) -> None:
    add_stages(bureau.connection, 1, entry=(None, MONDAY), exit=(None, date(2026, 3, 6)))
    add_pause(bureau.connection, date(2020, 2, 23), date(2026, 3, 3))
    assert visits(bureau.asked(), date(2026, 3, 31))["P1"] == (3, "kept")


def test_a_pause_counts_from_its_approval_and_never_without(bureau: Bureau) -> None:
    add_stages(bureau.connection, 1, entry=(None, MONDAY), exit=(None, date(2026, 3, 13)))
    add_pause(bureau.connection, date(2026, 3, 3), date(2026, 3, 4), approved=date(2026, 3, 10))
    add_pause(bureau.connection, date(2026, 3, 5), date(2026, 3, 6), approved=None)
    source = bureau.asked()
    assert visits(source, date(2026, 3, 9))["P1"] == (6, "within")
    assert visits(source, date(2026, 3, 10))["P1"] == (5, "within")
    assert visits(source, date(2026, 3, 13))["P1"] == (8, "kept")


@pytest.mark.parametrize(
    ("stages", "as_of"),
    [
        ({"entry": date(2020, 12, 30), "exit": date(2021, 1, 15)}, date(2026, 3, 2)),
        ({"entry": date(2026, 12, 1)}, date(2027, 1, 4)),
        ({"entry": date(2026, 12, 1), "exit": date(2027, 1, 5)}, date(2027, 2, 1)),
        ({"entry": MONDAY, "delivery": date(2026, 5, 6)}, date(2026, 6, 1)),
        ({"entry": MONDAY, "exit": date(2026, 2, 27)}, date(2026, 6, 1)),
        ({"entry": MONDAY, "consultation": date(2026, 4, 1)}, date(2026, 6, 1)),
    ],
    ids=[
        "before the calendar",
        "open beyond it",
        "left beyond it",
        "no exit recorded",
        "exit before entry",
        "beyond exit",
    ],
)
def test_days_that_are_not_known_are_said_so_and_never_guessed(
    bureau: Bureau, stages: dict[str, date], as_of: date
) -> None:
    dates = {stage: (None, day) for stage, day in stages.items()}
    add_stages(bureau.connection, 1, **dates)
    source = bureau.asked()
    assert visits(source, as_of)["P1"] == (None, "unknown")
    assert figure(source, "on_site_days_unknown", as_of) == 1
    assert figure(source, "on_site_limit_compliance", as_of) is None


def test_beyond_the_exit_nobody_is_on_site_though_its_day_is_missing(bureau: Bureau) -> None:
    add_stages(bureau.connection, 1, entry=(None, MONDAY), consultation=(None, date(2026, 4, 1)))
    add_pause(bureau.connection, date(2026, 3, 30), None)
    add_staff(bureau.connection, 1)
    add_member(bureau.connection, 1)
    source = bureau.asked()
    days = [date(2026, 3, 27), date(2026, 4, 1)]
    on_site = course(source, kpis()["staff_on_site"], Filters(as_of=MONDAY), days)
    assert [point.value for point in on_site] == [1, 0]
    asked = "select is_on_site, is_paused from project_as_of where project_id = 1"
    sql = f"{relations_read(source, asked, [date(2026, 4, 1)])} {asked}"
    assert source.rows(sql) == [(False, False)]


def test_beyond_the_calendar_nothing_is_called_late(bureau: Bureau) -> None:
    add_stages(bureau.connection, 1, scheme=(date(2026, 12, 30), None))
    source = bureau.asked()
    days = [date(2026, 12, 31), date(2027, 1, 4)]
    late = course(source, kpis()["projects_late"], Filters(as_of=days[-1]), days)
    assert [point.value for point in late] == [1, 0]
    asked = "select as_of_date, is_late, delay_days from stage_as_of where project_id = 1 order by 1"
    sql = f"{relations_read(source, asked, days)} {asked}"
    assert source.rows(sql) == [(days[0], True, 1), (days[1], False, None)]


def test_the_plan_is_that_of_the_day(bureau: Bureau) -> None:
    change_project(bureau.connection, 1, in_plan_date=date(2023, 5, 4), cancelled_date=date(2023, 9, 1))
    change_project(bureau.connection, 2, plan_year=2023)
    add_stages(bureau.connection, 2, delivery=(date(2023, 6, 30), date(2023, 7, 1)))
    source = bureau.asked()
    days = [date(2022, 12, 31), date(2023, 1, 1), date(2023, 5, 4), date(2023, 8, 31), date(2023, 9, 1)]
    rates = course(source, kpis()["plan_execution_rate"], Filters(as_of=days[-1]), days)
    assert [rate.denominator for rate in rates] == [None, 1, 2, 2, 1]
    assert [rate.value for rate in rates] == [None, 0.0, 0.0, 0.5, 1.0]


def test_a_draft_and_a_project_of_no_year_are_in_no_plan(bureau: Bureau) -> None:
    change_project(bureau.connection, 1, is_draft=True)
    change_project(bureau.connection, 2, plan_year=None)
    assert figure(bureau.asked(), "plan_execution_rate", date(2026, 3, 2)) is None


def test_a_project_is_late_from_the_first_working_day_after_the_planned_date(bureau: Bureau) -> None:
    friday = date(2026, 3, 6)
    add_stages(
        bureau.connection,
        1,
        approval=(date(2026, 1, 5), date(2026, 1, 5)),
        scheme=(friday, date(2026, 3, 10)),
        delivery=(date(2026, 6, 1), date(2026, 5, 29)),
        archive=(date(2026, 6, 2), None),
    )
    source = bureau.asked()
    days = [friday, date(2026, 3, 8), date(2026, 3, 9), date(2026, 3, 10), date(2026, 7, 1)]
    late = course(source, kpis()["projects_late"], Filters(as_of=days[-1]), days)
    assert [point.value for point in late] == [0, 0, 1, 0, 0]
    row = detail(source, kpis()["projects_late"], Filters(as_of=days[2])).iloc[0]
    assert (row["next_stage"], row["delay_days"]) == ("scheme", 1)
    running = course(source, kpis()["projects_running"], Filters(as_of=days[-1]), days)
    assert [point.value for point in running] == [0, 0, 0, 1, 0]
    done = detail(source, kpis()["plan_execution_rate"], Filters(as_of=days[-1])).set_index("project_code")
    assert done.loc["P1", "delay_days"] == -1


def test_delay_by_stage_counts_what_is_awaited_and_passes_over_what_has_no_date(bureau: Bureau) -> None:
    add_stages(
        bureau.connection,
        1,
        scheme=(date(2026, 3, 2), date(2026, 3, 4)),  # two days late
        notice=(date(2026, 3, 5), None),  # passed over: the entry was reached
        entry=(date(2026, 3, 10), date(2026, 3, 9)),  # a day early: nought
        exit=(date(2026, 3, 16), None),  # awaited: three days on the 19th
        delivery=(date(2026, 5, 6), None),
    )
    add_stages(bureau.connection, 2, scheme=(date(2026, 3, 2), date(2026, 3, 2)))
    source = bureau.asked()
    groups = breakdown(source, kpis()["stage_delay"], Filters(as_of=date(2026, 3, 19)), "stage")
    assert {group.code: group.figure.value for group in groups} == {"scheme": 1, "entry": 0, "exit": 3}


def test_filing_and_rectification_run_side_by_side(bureau: Bureau) -> None:
    add_stages(
        bureau.connection,
        1,
        delivery=(date(2026, 3, 2), date(2026, 3, 2)),
        rectification=(date(2026, 3, 16), None),
        archive=(date(2026, 3, 12), date(2026, 3, 12)),
    )
    add_stages(bureau.connection, 2, archive=(date(2026, 3, 12), date(2026, 3, 13)))
    source = bureau.asked()
    groups = breakdown(source, kpis()["stage_delay"], Filters(as_of=date(2026, 3, 18)), "stage")
    assert {group.code: group.figure.value for group in groups}["rectification"] == 2
    days = [date(2026, 3, 11), date(2026, 3, 12), date(2026, 3, 13)]
    rates = course(source, kpis()["archive_on_time"], Filters(as_of=days[-1]), days)
    assert [rate.value for rate in rates] == [None, 0.5, 0.5]


def test_two_leads_are_two_persons_and_count_for_each(bureau: Bureau) -> None:
    change_project(bureau.connection, 1, business_lead="甲", data_lead="乙", digital_step="checking")
    change_project(bureau.connection, 2, business_lead="甲", data_lead="甲")
    for project in (1, 2):
        add_stages(bureau.connection, project, scheme=(None, MONDAY))
    source = bureau.asked()
    assert figure(source, "dual_lead_share", MONDAY) == 0.5
    assert figure(source, "digital_step_share", MONDAY) == 0.5
    load = breakdown(source, kpis()["lead_load"], Filters(as_of=MONDAY), "lead")
    assert {group.label: group.figure.value for group in load} == {"甲": 3, "乙": 1}
    assert figure(source, "lead_load", date(2026, 3, 1)) == 0


def test_staff_on_site_are_persons_on_days_of_their_own_stay(bureau: Bureau) -> None:
    for project in (1, 2):
        add_stages(bureau.connection, project, entry=(None, MONDAY), exit=(None, date(2026, 3, 13)))
    add_pause(bureau.connection, date(2026, 3, 11), date(2026, 3, 12), project=2)
    for number in (1, 2, 3):
        add_staff(bureau.connection, number)
    add_member(bureau.connection, 1)
    add_member(bureau.connection, 1, project=2)
    add_member(bureau.connection, 2, from_date=date(2026, 3, 5), to_date=date(2026, 3, 9))
    add_member(bureau.connection, 3, project=2)
    source = bureau.asked()
    days = [
        date(2026, 3, 1),
        MONDAY,
        date(2026, 3, 5),
        date(2026, 3, 10),
        date(2026, 3, 11),
        date(2026, 3, 13),
    ]
    on_site = course(source, kpis()["staff_on_site"], Filters(as_of=MONDAY), days)
    assert [point.value for point in on_site] == [0, 2, 3, 2, 1, 0]


def test_work_counts_from_the_friday_of_its_week(bureau: Bureau) -> None:
    add_staff(bureau.connection, 1)
    add_work(bureau.connection, 1, MONDAY, 7)
    add_work(bureau.connection, 1, MONDAY, 3, mode="online")
    add_work(bureau.connection, 1, date(2026, 3, 9), 10, project=2)
    source = bureau.asked()
    days = [date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 13)]
    work = course(source, kpis()["person_days"], Filters(as_of=days[-1]), days)
    assert [point.value for point in work] == [None, 5.0, 10.0]
    online = course(source, kpis()["online_work_share"], Filters(as_of=days[-1]), days)
    assert [point.value for point in online] == [None, 0.3, 0.15]
    none_online = value(source, kpis()["online_work_share"], Filters(as_of=days[-1], section="S2"))
    assert (none_online.value, none_online.numerator, none_online.denominator) == (0.0, 0, 80)
    bound = value(source, kpis()["person_days"], Filters(as_of=days[-1]), Scope(section="S2"))
    assert bound.value == 5.0


def test_the_order_of_stages_is_that_of_the_code_list(bureau: Bureau) -> None:
    add_stages(bureau.connection, 1, **dict.fromkeys(PROJECT_STAGE, (MONDAY, None)))
    rows = bureau.asked().rows("select stage from stage_day where project_id = 1 order by stage_order")
    assert [row[0] for row in rows] == list(PROJECT_STAGE)


def test_figures_are_the_same_on_both_engines(engine: Engine) -> None:
    with writing(engine) as connection:
        add_house(connection)
        add_calendar(connection)
        change_project(connection, 1, is_independent=True)
        add_stages(connection, 1, entry=(MONDAY, MONDAY), exit=(None, date(2026, 3, 27)))
        add_pause(connection, date(2026, 3, 26), None)
        settle(connection)
    assert visits(open_source(engine), date(2026, 3, 31))["P1"] == (18, "kept")


def test_policies_and_regional_matters_are_counted_apart_from_the_day_of_the_report(bureau: Bureau) -> None:
    for project, kind in ((1, "policy"), (2, "regional_coordination")):
        change_project(bureau.connection, project, project_type=kind)
        add_stages(bureau.connection, project, delivery=(MONDAY, MONDAY))
    source = bureau.asked()
    names = ("policy_audits", "regional_audits")
    assert [figure(source, name, MONDAY) for name in names] == [1, 1]
    assert [figure(source, name, date(2026, 3, 1)) for name in names] == [0, 0]
