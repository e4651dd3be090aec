"""How the indicators of a plan stand in each of its years: actual figure, target, state.

Where the indicator names a KPI, its figure is that KPI's and nothing else: of the plan year, or of all years
as it stood at the end of the year (`Indicator.reckoning`), never later than the day asked for. The others
have the value that was entered for the year, the newest up to that day. See
docs/adr/0009-plan-indicators-are-evaluated-once.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.planning.indicator_units import in_kpi_terms
from queries.catalog import kpis
from queries.compose import relations_read
from queries.filters import EVERYTHING, Filters, Scope
from queries.planning.plans import Indicator, Plan
from queries.run import Figure, course, value
from queries.source import Source
from queries.targets import Target, is_total, is_whole, state_against, target_in

# In the order of a report: how many are met, may be lost, are missed, are told when the year is over, owe a
# figure, have nothing to meet.
STATES = ("meets", "at_risk", "breach", "running", "no_data", "no_target")

# The figure, its day, and the question that gives it.
_Actual = tuple[float | None, date | None, Filters | None]

_ENTERED = "select indicator_code, year, actual_value, fact_date from indicator_value_as_of where place = 1"


@dataclass(frozen=True)
class Standing:
    """One indicator in one year; `value` in the terms of a KPI (a rate as 0–1, money in 分).

    `day` is that of the figure. `filters` ask the indicator's KPI for the same figure; None for an entered
    value. `is_final`: the year is over, and a target that is missed stays missed.
    """

    indicator: Indicator
    year: int
    value: float | None
    day: date | None
    target: Target | None
    state: str
    is_final: bool
    filters: Filters | None


def standings(
    source: Source, plan: Plan, as_of: date, scope: Scope = EVERYTHING
) -> dict[tuple[str, int], Standing]:
    """The standing of each indicator of the plan in each year that has begun by `as_of`, by (code, year).

    A reader bound to a section or a region has the KPIs' figures of what they may see, and of the entered
    values those that their section owes.
    """
    years = range(plan.first_year, min(plan.last_year, as_of.year) + 1)
    entered = {
        (row[0], row[1]): row[2:]
        for row in source.rows(f"{relations_read(source, _ENTERED, [as_of])} {_ENTERED}")
    }
    found: dict[tuple[str, int], Standing] = {}
    for indicator in plan.indicators:
        if indicator.kpi in kpis():
            for year, filters, figure in _computed(source, indicator, years, as_of, scope):
                target = target_in(plan, indicator, year, as_of)
                if is_total(kpis()[indicator.kpi]) and not is_whole(filters, scope, indicator.reckoning):
                    target = None
                actual: _Actual = (figure.value, figure.as_of, filters)
                found[indicator.code, year] = _standing(indicator, year, actual, target, as_of)
        elif scope == EVERYTHING or (scope.region is None and scope.section == indicator.section_code):
            for year in years:
                number, day = entered.get((indicator.code, year), (None, None))
                actual = (None if number is None else in_kpi_terms(number, indicator.format), day, None)
                target = target_in(plan, indicator, year, as_of)
                found[indicator.code, year] = _standing(indicator, year, actual, target, as_of)
    return found


def _computed(
    source: Source, indicator: Indicator, years: Sequence[int], as_of: date, scope: Scope
) -> list[tuple[int, Filters, Figure]]:
    kpi = kpis()[str(indicator.kpi)]
    ends = [min(date(year, 12, 31), as_of) for year in years]
    if indicator.reckoning == "plan_year":
        asked = [Filters(as_of=day, year=year) for year, day in zip(years, ends, strict=True)]
        return [(year, one, value(source, kpi, one, scope)) for year, one in zip(years, asked, strict=True)]
    asked = [Filters(as_of=day) for day in ends]
    figures = course(source, kpi, Filters(as_of=as_of), ends, scope) if ends else []
    return list(zip(years, asked, figures, strict=True))


def _standing(
    indicator: Indicator, year: int, actual: _Actual, target: Target | None, as_of: date
) -> Standing:
    number, day, filters = actual
    is_final = date(year, 12, 31) <= as_of
    state = "no_target" if target is None else _state(state_against(number, target), is_final=is_final)
    return Standing(indicator, year, number, day, target, state, is_final, filters)


def _state(state: str, *, is_final: bool) -> str:
    # A year that is over cannot be brought home any more; one that runs is judged at its end.
    return {"at_risk": "breach" if is_final else "at_risk", "neutral": "running"}.get(state, state)


def last_judged(found: Mapping[tuple[str, int], Standing], code: str, last_year: int) -> Standing | None:
    """The newest standing of an indicator up to a year that had a target; None where no year had one.

    What is due once, by a milestone, was decided then: later years set no target, and none is made up.
    """
    years = [year for one, year in found if one == code and year <= last_year]
    judged = [found[code, year] for year in years if found[code, year].target is not None]
    return max(judged, key=lambda standing: standing.year, default=None)
