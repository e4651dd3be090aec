"""The target that a figure is judged by: a row of a plan that is in force in the year of the question.

Of several plans in force that name the KPI, the first that sets a target for the year is taken, in the order
of the plans. See docs/adr/0007-targets-are-rows.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from data.planning.indicator_units import in_kpi_terms
from queries.catalog import Kpi, kpis
from queries.filters import EVERYTHING, Filters, Scope
from queries.planning.plans import Indicator, Plan, plans
from queries.source import Source
from queries.target_state import target_state

COMPARISONS = {"at_least": "≥", "more_than": ">", "at_most": "≤"}


@dataclass(frozen=True)
class Target:
    """What to reach in `year`: `value` in the terms of the KPI (a rate as 0–1, money in 分).

    `comparison` is "at_least", "more_than" or "at_most". `plan` and `label` say in words where it stands.
    `is_running`: what is to be reached by the end of a year that has not ended, by a figure made up in the
    course of it: that of a plan year, by the reckoning of the indicator or because the year was asked for.
    `is_total`: the figure it is for only grows.
    """

    value: float
    comparison: str
    label: str
    plan: str
    plan_code: str
    indicator_code: str
    year: int
    is_running: bool = False
    is_total: bool = False


def target_of(source: Source, kpi: Kpi, filters: Filters, scope: Scope = EVERYTHING) -> Target | None:
    """The target of a KPI for a question; None where no plan in force sets one that can be compared."""
    return target_among(plans(source), kpi, filters, scope)


def target_among(
    found: Iterable[Plan], kpi: Kpi, filters: Filters, scope: Scope = EVERYTHING
) -> Target | None:
    """The same among plans that were read before: a page asks it for each of its figures.

    The year is the plan year asked for, else that of the day. A rate of one region is judged by the target of
    the whole; a total of one region is not. What a plan reckons by plan year is judged only where a year is
    asked for: over all years it would be another figure than the indicator's.
    """
    year = filters.year or filters.as_of.year
    for plan in found:
        for indicator in plan.indicators:
            if indicator.kpi != kpi.name or not plan.is_valid_in(year):
                continue
            if is_total(kpi) and not is_whole(filters, scope, indicator.reckoning):
                continue
            if indicator.reckoning == "plan_year" and filters.year is None:
                continue
            if target := target_in(
                plan, indicator, year, filters.as_of, is_of_plan_year=filters.year is not None
            ):
                return target
    return None


def state_against(value: object, target: Target | None) -> str:
    """The state of a figure as `target_state` tells it; "neutral" while the year of the target still runs.

    A part of a year says nothing of the whole, but a total that has reached its target keeps it, and one
    that has passed its limit cannot go back.
    """
    if target is None:
        return target_state(value, None)
    state = target_state(value, target.value, target.comparison)
    if not target.is_running or state == "no_data":
        return state
    is_limit, is_met = target.comparison == "at_most", state == "meets"
    if not target.is_total or is_limit == is_met:
        return "neutral"
    return "meets" if is_met else "breach"


def target_in(
    plan: Plan, indicator: Indicator, year: int, as_of: date, *, is_of_plan_year: bool = False
) -> Target | None:
    """What one indicator sets for a year; None where that cannot be said, also outside its validity.

    `as_of` says whether the year still runs for what is reckoned by plan year; `is_of_plan_year`: so is the
    figure, whatever the indicator says.
    """
    milestone, goal = indicator.milestone(year), indicator.goal(year)
    if milestone is None or goal is None or not plan.is_valid_in(year):
        return None
    return Target(
        in_kpi_terms(goal, indicator.format),
        milestone.comparison,
        milestone.label,
        plan.name,
        plan.code,
        indicator.code,
        year,
        is_running=(is_of_plan_year or indicator.reckoning == "plan_year") and as_of < date(year, 12, 31),
        is_total=_grows(indicator),
    )


def _grows(indicator: Indicator) -> bool:
    if indicator.kpi in kpis():
        return is_total(kpis()[indicator.kpi])
    return indicator.format in {"count", "fen"}


def is_total(kpi: Kpi) -> bool:
    """Whether the figure grows with what it is taken over, so that a part cannot be held to the whole."""
    return kpi.additive and kpi.denominator is None


def is_whole(filters: Filters, scope: Scope, reckoning: str) -> bool:
    """Whether a total is that of the whole bureau, over the years that the indicator reckons with."""
    whole = Filters(as_of=filters.as_of, year=filters.year if reckoning == "plan_year" else None)
    return (
        scope == EVERYTHING and filters == whole and (filters.year is not None) == (reckoning == "plan_year")
    )
