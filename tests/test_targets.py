"""The target of a figure is the row of a plan in force: by year, by comparison, by plan, never in between."""

from datetime import date

import pytest
from sqlalchemy import Engine, insert

from data.engine import writing
from data.schema import Indicator, IndicatorPlan, IndicatorTarget
from queries.catalog import kpis
from queries.filters import Filters, Scope
from queries.source import Source, open_source
from queries.targets import Target, state_against, target_of
from tests.ledger_rows import add_house, settle

RATE, TOTAL = "recommendation_adoption", "rules_established"
YEARLY = "plan_execution_rate"
FIRST, SECOND = "第一规划", "第二规划"


@pytest.fixture
def source(sqlite_engine: Engine) -> Source:
    with writing(sqlite_engine) as connection:
        add_house(connection)
        plans = [("A", FIRST, 2021, 2025, 1), ("B", SECOND, 2023, 2030, 2)]
        for code, name, first, last, order in plans:
            connection.execute(
                insert(IndicatorPlan).values(
                    plan_code=code, name=name, first_year=first, last_year=last, sort_order=order
                )
            )
        indicators = [
            ("A-rate", "A", RATE, "percent", "year_end"),
            ("B-rate", "B", RATE, "percent", "year_end"),
            ("A-total", "A", TOTAL, "count", "plan_year"),
            ("B-stock", "B", TOTAL, "count", "year_end"),
            ("A-yearly", "A", YEARLY, "percent", "plan_year"),
        ]
        for code, plan, kpi, unit, reckoning in indicators:
            connection.execute(
                insert(Indicator).values(
                    indicator_code=code,
                    plan_code=plan,
                    name=code,
                    kpi=kpi,
                    unit_of_measure=unit,
                    reckoning=reckoning,
                )
            )
        targets = [
            ("A-rate", 1, "里程碑一", 2023, 5000, "at_least"),
            ("A-rate", 2, "里程碑二", 2023, 5500, "at_least"),
            ("A-rate", 3, "到2025年", 2025, 6000, "more_than"),
            ("B-rate", 1, "规划期内", None, 7000, "at_least"),
            ("B-rate", 2, "2027年", 2027, 8000, "at_least"),
            ("A-total", 1, "2024年", 2024, 450, "at_least"),
            ("B-stock", 1, "到2026年", 2026, 900, "at_least"),
            ("A-yearly", 1, "每年", None, 9000, "at_least"),
        ]
        for code, order, label, year, number, comparison in targets:
            connection.execute(
                insert(IndicatorTarget).values(
                    indicator_code=code,
                    milestone_order=order,
                    label=label,
                    year=year,
                    target_value=number,
                    comparison=comparison,
                )
            )
        settle(connection)
    return open_source(sqlite_engine)


def of(source: Source, kpi: str, day: date, scope: Scope | None = None, **narrowed: object) -> Target | None:
    filters = Filters(as_of=day, **narrowed)  # type: ignore[arg-type]
    return target_of(source, kpis()[kpi], filters, scope or Scope())


@pytest.mark.parametrize(
    ("year", "wanted"),
    [
        (2020, None),  # no plan yet
        (2021, None),  # the plan is in force, but sets nothing for the year: nothing is interpolated
        (2023, (0.55, "at_least", FIRST)),  # two milestones of one year: the last
        (2024, (0.7, "at_least", SECOND)),  # between two milestones; the other plan's holds without a year
        (2025, (0.6, "more_than", FIRST)),  # both plans set one: the first in their order
        (2026, (0.7, "at_least", SECOND)),  # the first plan is over
        (2027, (0.8, "at_least", SECOND)),  # the year's own row comes before the one without a year
        (2031, None),
    ],
)
def test_a_rate_is_judged_by_the_row_of_its_year(source: Source, year: int, wanted: object) -> None:
    by_day, by_plan_year = of(source, RATE, date(year, 12, 31)), of(source, RATE, date(2031, 1, 1), year=year)
    for found in (by_day, by_plan_year):
        assert (found and (found.value, found.comparison, found.plan)) == wanted


def test_a_rate_of_a_part_is_judged_by_the_target_of_the_whole(source: Source) -> None:
    found = of(source, RATE, date(2025, 6, 30), Scope(section="S1"), region="990101")
    assert found is not None
    assert found.value == 0.6


def test_a_rate_of_plan_years_is_judged_only_for_a_year(source: Source) -> None:
    found = of(source, YEARLY, date(2024, 6, 30), year=2024)
    assert found is not None
    assert found.value == 0.9
    assert of(source, YEARLY, date(2024, 6, 30)) is None, "over all years it is another figure"


def test_a_total_is_judged_only_where_it_is_the_whole(source: Source) -> None:
    day = date(2024, 6, 30)
    found = of(source, TOTAL, day, year=2024)
    assert found is not None
    assert (found.value, found.label) == (450, "2024年")
    assert of(source, TOTAL, day) is None, "the sum of all years is no yearly number"
    assert of(source, TOTAL, day, year=2024, region="990101") is None
    assert of(source, TOTAL, day, year=2024, drill=(("section", "S1"),)) is None
    assert of(source, TOTAL, day, Scope(region="990101"), year=2024) is None
    stock = of(source, TOTAL, date(2026, 6, 30))
    assert stock is not None
    assert (stock.value, stock.plan) == (900, SECOND)
    assert of(source, TOTAL, date(2026, 6, 30), year=2026) is None, "reckoned over all years"


def test_a_kpi_that_no_plan_names_has_no_target(source: Source) -> None:
    assert of(source, "close_out_rate", date(2025, 12, 31)) is None


def test_a_plan_year_that_runs_is_judged_when_it_is_over(source: Source) -> None:
    last_day = date(2025, 12, 31)
    for kpi, year in ((RATE, 2025), (YEARLY, 2025)):
        before = of(source, kpi, date(2025, 12, 30), year=year)
        assert (state_against(0.1, before), state_against(1.0, before)) == ("neutral", "neutral")
        assert state_against(None, before) == "no_data"
        after = of(source, kpi, last_day, year=year)
        assert (state_against(0.1, after), state_against(1.0, after)) == ("breach", "meets")
    stock = of(source, RATE, date(2025, 6, 30))
    assert state_against(0.1, stock) == "breach", "what stands at the day is judged on any day"
    total = of(source, TOTAL, date(2024, 6, 30), year=2024)
    assert (state_against(450, total), state_against(449, total)) == ("meets", "neutral")
    assert state_against(1, None) == "neutral"
