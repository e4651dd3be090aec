"""The target that a figure is judged by: a row of a plan that is in force in the year of the question.

An indicator of a plan names the KPI that computes it. Its target of a year is the row of that year, else the
row without a year, which holds for the whole validity of the plan. Nothing is interpolated between rows: a
year for which the plan names none has no target. Of several plans in force the first that sets one is taken,
in the order of the plans. See docs/adr/0007-targets-are-rows.md.
"""

from dataclasses import dataclass

from queries.catalog import Kpi
from queries.filters import EVERYTHING, Filters, Scope
from queries.source import Source

BASIS_POINTS = 10_000
COMPARISONS = {"at_least": "≥", "more_than": ">", "at_most": "≤"}

_TARGETS = """
    select
        t.target_value, t.comparison, t.label, p.plan_code, p.name, i.indicator_code, i.unit_of_measure,
        i.reckoning
    from indicator as i
    join indicator_plan as p on p.plan_code = i.plan_code
    join indicator_target as t on t.indicator_code = i.indicator_code
    where i.kpi = $kpi and $year between p.first_year and p.last_year and (t.year = $year or t.year is null)
    order by p.sort_order, p.plan_code, i.sort_order, i.indicator_code, t.year is null, t.milestone_order desc
"""


@dataclass(frozen=True)
class Target:
    """What to reach in `year`: `value` in the terms of the KPI (a rate as 0–1, money in 分).

    `comparison` is "at_least", "more_than" or "at_most". `plan` and `label` say in words where it stands.
    """

    value: float
    comparison: str
    label: str
    plan: str
    plan_code: str
    indicator_code: str
    year: int


def target_of(source: Source, kpi: Kpi, filters: Filters, scope: Scope = EVERYTHING) -> Target | None:
    """The target of a KPI for a question; None where no plan in force sets one that can be compared.

    The year is the plan year asked for, else that of the day. A rate of one region is judged by the target of
    the whole; a total of one region is not, and a total of all years not by the target of a year.
    """
    year = filters.year or filters.as_of.year
    for row in source.rows(_TARGETS, {"kpi": kpi.name, "year": year}):
        value, comparison, label, plan_code, plan, indicator_code, unit, reckoning = row
        if kpi.additive and kpi.denominator is None and not _is_whole(filters, scope, reckoning):
            continue
        return Target(in_terms_of_kpi(value, unit), comparison, label, plan, plan_code, indicator_code, year)
    return None


def in_terms_of_kpi(value: int, unit: str | None) -> float:
    """A figure of a plan as a KPI has it: percent are kept in basis points, everything else as it is."""
    return value / BASIS_POINTS if unit == "percent" else value


def _is_whole(filters: Filters, scope: Scope, reckoning: str | None) -> bool:
    """Whether a total is that of the whole bureau, over the years that the indicator reckons with."""
    is_of_a_year = filters.year is not None
    whole = Filters(as_of=filters.as_of, year=filters.year)
    return scope == EVERYTHING and filters == whole and is_of_a_year == ((reckoning or "") == "plan_year")
