"""Plan indicators: where each stands in each year, what its KPI answers, what is owed; staff shares."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, Engine, insert

from data.bureau import set_value
from data.engine import writing
from data.schema import Recommendation
from queries.catalog import kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.planning.indicator_standing import Standing, last_judged, standings
from queries.planning.plans import plan_in_force, plans
from queries.run import breakdown, value
from queries.source import Source, open_source
from tests.ledger_rows import add_finding, add_house, settle
from tests.plan_rows import MOMENT, add_a_varied_plan, add_indicator, add_person, add_plan, add_value

YEAR_END = date(2024, 12, 31)


def adopt(connection: Connection, given: date, adopted: date | None, project: int = 1) -> None:
    connection.execute(
        insert(Recommendation).values(
            project_id=project, wording="建议", given_date=given, adopted_date=adopted, recorded_at=MOMENT
        )
    )


@pytest.fixture
def source(sqlite_engine: Engine) -> Source:
    """Adopted of given, by the end of: 2023 2 of 2, 2024 3 of 5 (exactly 60 %), 2025-06-30 4 of 5."""
    with writing(sqlite_engine) as connection:
        add_house(connection)
        for adopted in (date(2023, 12, 31), date(2023, 6, 1)):
            adopt(connection, date(2023, 1, 1), adopted)
        for adopted in (date(2024, 12, 31), date(2025, 1, 1), None):
            adopt(connection, date(2024, 1, 1), adopted, project=2)
        add_plan(connection, "P", 2022, 2026)
        rate = {"kpi": "recommendation_adoption"}
        add_indicator(connection, "P", "more", (None, 6000, "more_than"), **rate)
        add_indicator(connection, "P", "least", (None, 6000, "at_least"), **rate)
        add_indicator(connection, "P", "near", (None, 6500, "at_least"), **rate)
        add_indicator(
            connection,
            "P",
            "by-plan-year",
            (2024, 3000, "at_least"),
            kpi="recommendation_adoption",
            reckoning="plan_year",
        )
        add_indicator(connection, "P", "told", (2023, 100, "at_most"), unit="count", section_code="S1")
        add_value(connection, "told", 2023, 101, date(2023, 6, 30))
        add_value(connection, "told", 2023, 120, date(2024, 1, 15))
        add_value(connection, "told", 2023, 99, date(2024, 1, 15), recorded_at=MOMENT + timedelta(days=1))
        add_indicator(connection, "P", "no-base", (None, 1000, "at_least"), unit="fen_on_baseline")
        settle(connection)
    return open_source(sqlite_engine)


def at(source: Source, code: str, year: int, as_of: date, scope: Scope = EVERYTHING) -> Standing:
    return standings(source, plans(source)[0], as_of, scope)[code, year]


def test_exactly_the_floor_is_not_more_than_it(source: Source) -> None:
    more, least = (at(source, code, 2024, YEAR_END) for code in ("more", "least"))
    assert (more.value, least.value) == (0.6, 0.6)
    assert (more.state, least.state) == ("breach", "meets"), "the year is over: no longer at risk"
    assert more.is_final
    assert at(source, "more", 2024, date(2024, 12, 30)).value == 0.4


def test_a_running_year_may_still_be_brought_home(source: Source) -> None:
    running = at(source, "near", 2025, date(2025, 1, 1))
    assert (running.value, running.state, running.is_final) == (0.8, "meets", False)
    running = at(source, "near", 2024, date(2024, 12, 31))
    assert (running.state, running.is_final) == ("breach", True)


def test_a_year_is_that_of_its_end_and_of_all_years_or_of_its_plan_year(source: Source) -> None:
    day = date(2026, 3, 1)
    by_end = {year: at(source, "least", year, day) for year in range(2022, 2027)}
    assert [by_end[year].value for year in by_end] == [None, 1.0, 0.6, 0.8, 0.8]
    assert [by_end[year].day for year in (2023, 2026)] == [date(2023, 12, 31), day]
    assert by_end[2022].state == "no_data"
    by_plan = at(source, "by-plan-year", 2024, day)
    assert (by_plan.value, by_plan.filters) == (1 / 3, Filters(as_of=YEAR_END, year=2024))
    assert at(source, "by-plan-year", 2023, day).state == "no_target", "nothing is interpolated"
    asked = value(source, kpis()["recommendation_adoption"], by_plan.filters)
    assert asked.value == by_plan.value, "the card opens exactly these rows"


def test_years_that_have_not_begun_have_no_standing(source: Source) -> None:
    assert {year for __, year in standings(source, plans(source)[0], YEAR_END)} == {2022, 2023, 2024}
    assert standings(source, plans(source)[0], date(2021, 12, 31)) == {}


def test_the_newest_value_up_to_the_day_counts_and_a_correction_wins(source: Source) -> None:
    early = at(source, "told", 2023, date(2024, 1, 14))
    assert (early.value, early.day, early.state) == (101, date(2023, 6, 30), "breach")
    assert at(source, "told", 2023, date(2024, 1, 15)).value == 99
    assert at(source, "told", 2023, date(2023, 6, 29)).state == "no_data"


def test_a_rise_over_an_unknown_baseline_is_no_target(source: Source) -> None:
    assert at(source, "no-base", 2024, YEAR_END).state == "no_target"


def test_bound_readers_see_their_rows_and_what_their_section_owes(source: Source) -> None:
    first, second = Scope(section="S1"), Scope(section="S2")
    plan = plans(source)[0]
    assert at(source, "least", 2024, YEAR_END, first).value == 1.0
    assert at(source, "told", 2023, YEAR_END, first).value is not None
    assert ("told", 2023) not in standings(source, plan, YEAR_END, second)
    assert ("told", 2023) not in standings(source, plan, YEAR_END, Scope(region="990101"))


def test_a_rise_over_a_baseline_is_rounded_up(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_plan(connection, "P", 2024, 2024)
        add_indicator(
            connection, "P", "up", (None, 1000, "at_least"), unit="count_on_baseline", baseline_value=101
        )
        add_indicator(
            connection,
            "P",
            "apples",
            (None, 1000, "at_least"),
            unit="count_on_baseline",
            baseline_value=101,
            is_baseline_comparable=False,
        )
        settle(connection)
    found = {one.code: one for one in plans(open_source(sqlite_engine))[0].indicators}
    assert found["up"].goal(2024) == 112  # 111.1
    assert found["apples"].goal(2024) is None


def test_the_plan_in_force_is_the_first_that_is_valid(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        for code, first, last, order in (("A", 2021, 2025, 2), ("B", 2023, 2025, 1), ("C", 2028, 2030, 0)):
            add_plan(connection, code, first, last, order)
        settle(connection)
    found = plans(open_source(sqlite_engine))
    assert [plan.code for plan in found] == ["C", "B", "A"]
    wanted = {2022: "A", 2023: "B", 2026: "B", 2029: "C", 2019: "C"}
    assert {year: plan_in_force(found, year).code for year in wanted} == wanted  # type: ignore[union-attr]
    assert plan_in_force([], 2025) is None


def test_what_is_owed_is_counted_by_section(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_a_varied_plan(connection)
        settle(connection)
    source, owed = open_source(sqlite_engine), kpis()["indicator_values_owed"]
    # V-told has 2023 and 2024; V-owed nothing; V-base has no target, V-rate is computed.
    assert value(source, owed, Filters(as_of=date(2025, 6, 30))).value == 1 + 3
    assert value(source, owed, Filters(as_of=date(2024, 12, 30))).value == 1 + 2
    assert value(source, owed, Filters(as_of=date(2026, 1, 1), year=2026)).value == 2
    groups = breakdown(source, owed, Filters(as_of=date(2025, 6, 30)), "section")
    assert {group.code: group.figure.value for group in groups} == {"S1": 1, "S2": 3}


def test_shares_of_staff_by_age_on_the_day(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        add_a_varied_plan(connection)
        add_person(
            connection,
            9,
            birth_date=date(1980, 6, 30),
            has_computer_intermediate=True,
            left_date=date(2026, 1, 1),
        )
        set_value(connection, "as_of", "2021-06-29")
        settle(connection)
    source = open_source(sqlite_engine)

    def share(name: str, day: date) -> tuple[int | None, int | None]:
        figure = value(source, kpis()[name], Filters(as_of=day))
        return figure.numerator, figure.denominator

    # Business staff: W1, W2 (35 on 2025-06-30), W4 (a head, 55), W5 (age unknown), W9 (45 until 2026-06-29).
    assert share("talent_share", date(2025, 6, 30)) == (1, 5)
    assert share("qualification_share", date(2025, 6, 30)) == (2, 5)
    assert share("computer_training_rate", date(2021, 6, 29)) == (2, 3)  # W9 is 40 until the day before 41
    assert share("computer_training_rate", date(2021, 6, 30)) == (1, 2)
    assert share("computer_certificate_rate", date(2025, 12, 31)) == (2, 3)
    assert share("computer_certificate_rate", date(2026, 1, 1)) == (1, 2)  # W9 has left
    assert share("young_division_heads", date(2027, 12, 31)) == (1, 2)  # 42 until 2027-12-31
    assert share("young_division_heads", date(2028, 1, 1)) == (0, 2)
    # The register does not tell what they were in years gone by.
    assert share("talent_share", date(2021, 1, 1)) == (1, 5)
    assert share("talent_share", date(2020, 12, 31)) == (None, None)


def test_results_per_head_counts_each_year_and_member_once(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)  # project 1 of plan year 2023, project 2 of 2024
        add_person(connection, 1)
        add_person(connection, 2, joined_date=date(2024, 1, 1))
        add_person(connection, 3, left_date=date(2023, 12, 31))  # no longer there when the year ends
        add_person(connection, 4, is_business=False)
        finding = {"found": date(2023, 1, 10), "amount_fen": 10_000}
        add_finding(connection, **finding, money=[(date(2023, 5, 1), 600), (date(2024, 5, 1), 400)])
        add_finding(connection, project=2, **finding, money=[(date(2024, 5, 1), 1000)])
        settle(connection)
    source, kpi = open_source(sqlite_engine), kpis()["results_per_head"]

    def quotient(day: date, year: int | None = None) -> tuple[int | None, int | None]:
        figure = value(source, kpi, Filters(as_of=day, year=year))
        return figure.numerator, figure.denominator

    assert quotient(date(2023, 12, 31), 2023) == (600, 1)
    assert quotient(date(2023, 12, 30), 2023) == (600, 2)  # the one who leaves is still there
    assert quotient(date(2024, 12, 31), 2023) == (1000, 1)
    assert quotient(date(2024, 12, 31), 2024) == (1000, 2)
    assert quotient(date(2024, 12, 31)) == (2000, 3)


def test_a_year_that_runs_is_judged_at_its_end(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        adopt(connection, date(2024, 1, 1), date(2024, 3, 1), project=2)
        adopt(connection, date(2024, 1, 1), None, project=2)
        add_plan(connection, "P", 2024, 2024)
        yearly = {"reckoning": "plan_year"}
        add_indicator(
            connection, "P", "rate", (None, 9000, "at_least"), kpi="recommendation_adoption", **yearly
        )
        add_indicator(connection, "P", "stock", (None, 9000, "at_least"), kpi="recommendation_adoption")
        # Entered totals: reached, not yet; within their limit, past it.
        for code, number, comparison in (
            ("reached", 3, "at_least"),
            ("short", 4, "at_least"),
            ("within", 4, "at_most"),
            ("past", 2, "at_most"),
        ):
            add_indicator(connection, "P", code, (None, number, comparison), unit="count", **yearly)
            add_value(connection, code, 2024, 3, date(2024, 6, 30))
        add_indicator(connection, "P", "owed", (None, 1, "at_least"), unit="count", **yearly)
        settle(connection)
    source = open_source(sqlite_engine)
    before = {
        "rate": "running",
        "stock": "breach",
        "reached": "meets",
        "short": "running",
        "within": "running",
        "past": "breach",
        "owed": "no_data",
    }
    after = before | {"rate": "breach", "short": "breach", "within": "meets"}
    for day, wanted in ((date(2024, 12, 30), before), (YEAR_END, after)):
        assert {code: at(source, code, 2024, day).state for code in wanted} == wanted


def test_what_is_due_once_keeps_its_verdict_and_later_years_get_no_target(sqlite_engine: Engine) -> None:
    with writing(sqlite_engine) as connection:
        add_plan(connection, "P", 2023, 2025)
        add_indicator(connection, "P", "once", (2023, 9000, "at_least"), (2023, 10_000, "at_least"))
        add_value(connection, "once", 2023, 9500, date(2023, 12, 31))
        add_value(connection, "once", 2025, 10_000, date(2025, 12, 31))
        add_indicator(connection, "P", "never")
        settle(connection)
    source = open_source(sqlite_engine)
    found = standings(source, plans(source)[0], date(2026, 1, 1))
    once = found["once", 2023].indicator
    assert [(one.value, once.milestone(2023)) for one in once.earlier(2023)] == [(9000, once.milestones[1])]
    assert once.earlier(2024) == ()
    assert [found["once", year].state for year in (2023, 2024, 2025)] == ["breach", "no_target", "no_target"]
    judged = last_judged(found, "once", 2025)
    assert judged is not None
    assert (judged.year, judged.state) == (2023, "breach")
    assert last_judged(found, "never", 2025) is None
    assert last_judged({}, "once", 2025) is None
