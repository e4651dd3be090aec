"""疑点清单: the suspects that wait for somebody, as those see them who found them and those who check them.

Who is bound to a section or region sees what was found there and what was issued there.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from queries.compose import conditions, relations_read, seen_where_issued
from queries.filters import EVERYTHING, Filters, Scope
from queries.source import Source

# Which suspects each part of the list has.
PARTS = {
    "to_issue": "t.suspect_state = 'to_issue'",
    "out": "t.suspect_state in ('issued', 'checking')",
    "overdue": "t.is_overdue",
    "answered": "t.suspect_state in ('confirmed', 'partly_confirmed', 'not_confirmed')",
    "in_ledger": "t.is_in_ledger",
    "all": "true",
}
_SEARCHED = ("entity_reference", "summary", "model", "model_code", "issued_to", "section", "region")
# What is late comes first, then what weighs most.
_ORDER = """t.days_overdue desc nulls last,
    case t.severity when 'high' then 0 when 'medium' then 1 when 'low' then 2 else 3 end,
    t.suspect_fen desc nulls last, t.flagged_date desc, t.suspect_id"""
_COLUMNS = (
    "t.suspect_id, t.model_code, t.model, t.entity_reference, t.summary, t.severity, t.suspect_state, "
    "t.digital_step, t.suspect_fen, t.issued_to, t.due_date, t.days_overdue, t.section, t.region, "
    "t.flagged_date, t.finding_id, t.finding_code"
)


@dataclass(frozen=True)
class Asked:
    """Which suspects: a part of PARTS, words searched for, only those `issued_here`, at one step of digital
    audit (a code of DIGITAL_STEP; "": at any).
    """

    part: str = "all"
    search: str = ""
    issued_here: bool = False
    digital_step: str = ""


@dataclass(frozen=True)
class WorkLine:
    """One suspect of the list on the day of the filters; see queries/relations/as_of/suspect_as_of.sql."""

    suspect_id: int
    model_code: str
    model: str
    entity_reference: str
    summary: str
    severity: str | None
    suspect_state: str
    digital_step: str
    suspect_fen: int | None
    issued_to: str | None
    due_date: date | None
    days_overdue: int | None
    section: str | None
    region: str | None
    flagged_date: date
    finding_id: int | None
    finding_code: str | None


def work_list(
    source: Source, filters: Filters, scope: Scope, asked: Asked, *, first: int = 0, most: int | None = None
) -> list[WorkLine]:
    """The lines from `first` on (counted from 0), late ones first. Raises KeyError for an unknown part."""
    part = f" limit {int(most)} offset {int(first)}" if most is not None else ""
    sql, parameters = _sql(source, filters, scope, asked, _COLUMNS)
    return [WorkLine(*row) for row in source.rows(f"{sql} order by {_ORDER}{part}", parameters)]


def work_counts(source: Source, filters: Filters, scope: Scope, asked: Asked) -> dict[str, int]:
    """How many suspects each part has, whatever part was asked for."""
    counted = ", ".join(f"count(*) filter (where {condition})" for condition in PARTS.values())
    every = replace(asked, part="all")
    (row,) = source.rows(*_sql(source, filters, scope, every, counted))
    return dict(zip(PARTS, row, strict=True))


def _sql(
    source: Source, filters: Filters, scope: Scope, asked: Asked, columns: str
) -> tuple[str, dict[str, Any]]:
    narrowed = Filters(
        as_of=filters.as_of,
        year=filters.year,
        region=filters.region,
        section=filters.section,
        drill=filters.drill,
    )
    where, parameters = conditions(source, None, narrowed, EVERYTHING)
    is_seen, of_reader = seen_where_issued(source, scope)
    conditions_ = [where, is_seen, PARTS[asked.part]]
    if asked.issued_here:
        here = ["t.issued_date is not null"]
        if scope.section is not None:
            here.append("coalesce(t.issued_section_code, t.section_code) = $scope_section")
        if scope.region is not None:
            here.append("list_contains($scope_region, coalesce(t.issued_region_code, t.region_code))")
        conditions_.append(" and ".join(here))
    if asked.digital_step:
        parameters["digital_step"] = asked.digital_step
        conditions_.append("t.digital_step = $digital_step")
    if asked.search:
        parameters["search"] = asked.search
        words = " or ".join(f"contains(lower(t.{name}), lower($search))" for name in _SEARCHED)
        conditions_.append(f"({words} or cast(t.suspect_id as varchar) = $search)")
    relations = relations_read(source, "from suspect_as_of", [filters.as_of])
    sql = f"{relations} select {columns} from suspect_as_of as t where {' and '.join(conditions_)}"
    return sql, parameters | of_reader
