"""The history of an indicator whose figures are entered: every value with its evidence, none overwritten."""

from dataclasses import dataclass
from datetime import date, datetime

from data.planning.indicator_units import in_kpi_terms
from queries.compose import relations_read
from queries.filters import Scope
from queries.planning.plans import plans
from queries.source import Source


@dataclass(frozen=True)
class EnteredValue:
    """One entry; `value` in the terms of a KPI. `is_current`: the one that counts for its year."""

    year: int
    value: float
    day: date
    evidence: str
    entered_by: str | None
    recorded_at: datetime
    is_current: bool


def entered_values(source: Source, code: str, as_of: date, scope: Scope) -> list[EnteredValue]:
    """The entries of days up to `as_of`, the newest year first; of others' sections a bound reader sees none.

    `recorded_at` is UTC.
    """
    indicator = next((one for plan in plans(source) for one in plan.indicators if one.code == code), None)
    is_own = scope.region is None and scope.section in {None, indicator.section_code if indicator else None}
    if indicator is None or not is_own:
        return []
    wanted = """select year, actual_value, fact_date, evidence, entered_by, recorded_at, place = 1
        from indicator_value_as_of where indicator_code = $code order by year desc, place"""
    rows = source.rows(f"{relations_read(source, wanted, [as_of])} {wanted}", {"code": code})
    return [EnteredValue(year, in_kpi_terms(number, indicator.format), *rest) for year, number, *rest in rows]
