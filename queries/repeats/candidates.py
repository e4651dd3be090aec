"""The findings that look like repeats and wait for a person's decision."""

from collections.abc import Collection
from dataclasses import dataclass

from queries.catalog import kpis
from queries.compose import conditions, relations
from queries.filters import Filters, Scope
from queries.source import Source

KPI = "repeat_candidates"
_COLUMNS = (
    "t.finding_id, t.prior_finding_id, t.finding_code, t.title, t.unit, t.problem_class, t.plan_year, "
    "t.amount_fen, t.prior_year, t.prior_finding_code, t.repeat_years"
)


@dataclass(frozen=True)
class Candidate:
    """A finding, and by its number the newest one before it: same unit or predecessor, same problem class."""

    finding_id: int
    prior_finding_id: int
    finding_code: str
    title: str
    unit: str
    problem_class: str | None
    plan_year: int
    amount_fen: int | None
    prior_year: int
    prior_finding_code: str | None  # None where the earlier one belongs to another section or district
    repeat_years: int


def candidates(
    source: Source, filters: Filters, scope: Scope, *, most: int, only: Collection[int] | None = None
) -> list[Candidate]:
    """At most `most` rows of the figure 待认定屡审屡犯, or of `only` those, found in most years first."""
    kpi = kpis()[KPI]
    where, parameters = conditions(source, kpi, filters, scope)
    if only is not None:
        where += " and t.finding_id in (select unnest($finding_ids))"
        parameters |= {"finding_ids": list(only)}
    sql = f"""{relations(source, kpi, [filters.as_of])}
        select {_COLUMNS} from ({kpi.sql}) as t where {where}
        order by t.repeat_years desc, t.plan_year desc, coalesce(t.amount_fen, 0) desc, t.finding_id
        limit {int(most)}"""
    return [Candidate(*row) for row in source.rows(sql, parameters)]
