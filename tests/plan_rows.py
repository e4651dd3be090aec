"""Plans, indicators, entered values and staff made by hand, for tests."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert

from data.schema import Indicator, IndicatorPlan, IndicatorTarget, IndicatorValue, Staff

MOMENT = datetime(2025, 1, 1)  # noqa: DTZ001 - moments are kept in UTC without a zone


def add_plan(connection: Connection, code: str, first_year: int, last_year: int, order: int = 1) -> None:
    """A plan named after its code."""
    connection.execute(
        insert(IndicatorPlan).values(
            plan_code=code,
            name=f"规划{code}",
            first_year=first_year,
            last_year=last_year,
            sort_order=order,
        )
    )


def add_indicator(
    connection: Connection,
    plan: str,
    code: str,
    *targets: tuple[int | None, int, str],
    unit: str = "percent",
    **values: Any,
) -> None:
    """An indicator with its targets [(year, value, comparison)] in the order of the milestones."""
    connection.execute(
        insert(Indicator).values(
            {"indicator_code": code, "plan_code": plan, "name": f"指标{code}", "unit_of_measure": unit}
            | values
        )
    )
    for order, (year, value, comparison) in enumerate(targets, start=1):
        connection.execute(
            insert(IndicatorTarget).values(
                indicator_code=code,
                milestone_order=order,
                label=f"目标{order}",
                year=year,
                target_value=value,
                comparison=comparison,
            )
        )


def add_value(connection: Connection, code: str, year: int, value: int, day: date, **values: Any) -> None:
    """A figure entered for a year with the day it is of."""
    connection.execute(
        insert(IndicatorValue).values(
            {
                "indicator_code": code,
                "year": year,
                "actual_value": value,
                "evidence": f"依据{value}",
                "fact_date": day,
                "recorded_at": MOMENT,
            }
            | values
        )
    )


def add_person(connection: Connection, number: int, **values: Any) -> None:
    """One member of the business staff, section S1, born 1990-06-30."""
    connection.execute(
        insert(Staff).values(
            {
                "staff_code": f"W{number}",
                "name": f"人员{number}",
                "section_code": "S1",
                "birth_date": date(1990, 6, 30),
                "is_business": True,
            }
            | values
        )
    )


def add_a_varied_plan(connection: Connection) -> None:
    """A plan with computed and entered indicators, met, missed and owed ones; and staff of all kinds."""
    add_plan(connection, "V", 2023, 2026)
    add_indicator(connection, "V", "V-rate", (None, 5000, "at_least"), kpi="recommendation_adoption")
    add_indicator(connection, "V", "V-told", (None, 9000, "at_least"), section_code="S1")
    add_indicator(connection, "V", "V-owed", (2025, 9000, "at_least"), section_code="S2")
    add_indicator(connection, "V", "V-base", unit="count", baseline_value=147)
    add_value(connection, "V-told", 2023, 9500, date(2023, 12, 31))
    add_value(connection, "V-told", 2024, 8000, date(2024, 12, 31))
    people: list[dict[str, Any]] = [
        {"talent": "leading", "qualification": "senior"},
        {"has_computer_intermediate": True, "qualification": "intermediate"},
        {
            "is_business": False,
            "is_division_head": True,
            "birth_date": date(1985, 1, 1),
            "section_code": "S2",
        },
        {"is_division_head": True, "birth_date": date(1970, 1, 1)},
        {"birth_date": None, "qualification": "junior", "section_code": None},
    ]
    for number, person in enumerate(people, start=1):
        add_person(connection, number, **person)
