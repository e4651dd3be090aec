"""Which objects fall under the duties that filters narrow to, those waiting longest for an audit first."""

from dataclasses import dataclass

from queries.catalog import kpis
from queries.compose import conditions, relations
from queries.filters import EVERYTHING, Filters, Scope
from queries.source import Source

_KPI = "coverage_rate"


@dataclass(frozen=True)
class DutyObject:
    """An object of the universe; `unit_id` is empty where it is no organisation."""

    audit_object_id: int
    name: str
    unit_id: int | None


def duty_objects(
    source: Source, filters: Filters, scope: Scope = EVERYTHING, *, limit: int, offset: int = 0
) -> tuple[DutyObject, ...]:
    """A page of the objects behind the coverage rate, in the order of its rows."""
    kpi = kpis()[_KPI]
    where, parameters = conditions(source, kpi, filters, scope)
    order = ", ".join(kpi.order)
    sql = f"""{relations(source, kpi, [filters.as_of])}
        select audit_object_id, audit_object, unit_id from ({kpi.sql}) as t where {where}
        order by {order}, audit_object_id limit {int(limit)} offset {int(offset)}"""
    return tuple(DutyObject(*row) for row in source.rows(sql, parameters))
