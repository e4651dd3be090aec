"""What a draft plan is made of: the items of a library, the drafts of a year, whom they would visit."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from queries.compose import conditions, relations_read
from queries.filters import EVERYTHING, Filters, Scope
from queries.source import Source

_ITEMS = """
    select t.library_item_id, t.item_code, t.item_title, t.project_type, t.audit_object_id, t.audit_object,
        t.proposed_year, t.item_reason, t.region, t.section, t.added_date
    from library_item_as_of as t
    where t.item_state = 'open' and t.library = $library and {where}
    order by t.proposed_year nulls last, t.added_date, t.library_item_id
"""
_DRAFTS = """
    select t.project_id, t.project_code, t.project, t.project_type, t.unit, t.region, t.section,
        t.library, v.visit_count, v.visits
    from project_base as t
    left join (
        select p.project_id, max(p.visit_count) as visit_count, arg_max(p.visits, p.visit_count) as visits
        from (select unnest(project_ids) as project_id, visit_count, visits from plan_visit_as_of) as p
        group by p.project_id
    ) as v on v.project_id = t.project_id
    where t.is_draft and t.plan_year = $plan_year and {where}
    order by t.project_code
"""
_VISITS = """
    select t.visits from plan_visit_as_of as t
    where t.audit_object_id = $audit_object_id and t.plan_year = $plan_year and {where}
"""
_YEARS = """
    select distinct t.plan_year from project_base as t
    where t.is_draft and t.plan_year is not null and {where} order by t.plan_year
"""


@dataclass(frozen=True)
class OpenItem:
    """An item of a library that no plan has taken up."""

    library_item_id: int
    item_code: str | None
    title: str
    project_type: str | None
    audit_object_id: int | None
    audit_object: str | None
    proposed_year: int | None
    reason: str | None
    region: str | None
    section: str | None
    added_date: date


@dataclass(frozen=True)
class Draft:
    """A project of a draft plan; `visits` names all projects that visit in that year what it visits itself.

    Of its unit and what it goes on into, that is the one visited most.
    """

    project_id: int
    project_code: str
    project: str
    project_type: str | None
    unit: str | None
    region: str | None
    section: str | None
    library: str | None
    visit_count: int | None
    visits: str | None

    @property
    def is_repeat(self) -> bool:
        """Whether what it visits would be visited more than once (最多审计一次)."""
        return (self.visit_count or 0) > 1


def open_items(
    source: Source, library: str, filters: Filters, scope: Scope = EVERYTHING
) -> tuple[OpenItem, ...]:
    """The items of one library that can be taken up, those proposed for the nearest year first."""
    where, values = conditions(source, None, filters, scope)
    wanted = _ITEMS.format(where=where)
    return tuple(
        OpenItem(*row) for row in _rows(source, wanted, filters.as_of, values | {"library": library})
    )


def draft_projects(
    source: Source, year: int, filters: Filters, scope: Scope = EVERYTHING
) -> tuple[Draft, ...]:
    """The drafts for the plan of a year, in the order of their numbers."""
    where, values = conditions(source, None, filters, scope)
    wanted = _DRAFTS.format(where=where)
    return tuple(Draft(*row) for row in _rows(source, wanted, filters.as_of, values | {"plan_year": year}))


def draft_years(source: Source, scope: Scope = EVERYTHING) -> tuple[int, ...]:
    """The years that have drafts."""
    where, values = conditions(source, None, Filters(as_of=date.min), scope)
    return tuple(row[0] for row in source.rows(_YEARS.format(where=where), values))


def planned_visits(
    source: Source, audit_object_id: int | None, year: int, as_of: date, scope: Scope = EVERYTHING
) -> str | None:
    """The projects by which the plan of that year, drafts included, visits an object; None: it does not.

    Of whichever section they are, and the object: who plans for one section must know of the others' visits.
    """
    where, values = conditions(source, None, Filters(as_of=as_of), replace(scope, section=None))
    values |= {"audit_object_id": audit_object_id, "plan_year": year}
    found = _rows(source, _VISITS.format(where=where), as_of, values)
    return found[0][0] if found else None


def _rows(source: Source, wanted: str, as_of: date, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    return source.rows(f"{relations_read(source, wanted, [as_of])} {wanted}", values)
