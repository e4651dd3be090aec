"""How one project stands on a day, by the same SQL and within the same scope as every figure."""

from dataclasses import dataclass
from datetime import date

from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source

_FIXED = (
    "t.project_id, t.project_code, t.project, t.plan_year, t.audited_year, t.project_type, t.region, "
    "t.section, t.unit_id, t.unit, t.business_lead, t.data_lead, t.is_independent, t.is_desk_only, "
    "t.is_draft, t.digital_step, t.in_plan_date, "
    "case when t.cancelled_date <= a.as_of_date then t.cancelled_date end, t.plan_document, t.library"
)
_OF_THE_DAY = (
    "p.project_state, p.current_stage, p.next_stage, p.next_planned_date, p.delay_days, p.is_late, "
    "p.planned_delivery_date, p.delivery_date, p.entry_date, p.exit_date, p.is_on_site, p.is_paused, "
    "p.paused_days, p.on_site_days, p.limit_state, p.limit_days, p.near_days, p.is_dual_lead"
)


@dataclass(frozen=True)
class ProjectStanding:
    """One project on one day: `cancelled_date` is None before that day has come.

    From `project_state` on all is None on a day when it is not in the plan.
    """

    project_id: int
    project_code: str
    project: str
    plan_year: int | None
    audited_year: int | None
    project_type: str | None
    region: str | None
    section: str | None
    unit_id: int | None
    unit: str | None
    business_lead: str | None
    data_lead: str | None
    is_independent: bool
    is_desk_only: bool
    is_draft: bool
    digital_step: str | None
    in_plan_date: date | None
    cancelled_date: date | None
    plan_document: str | None
    library: str | None
    project_state: str | None
    current_stage: str | None
    next_stage: str | None
    next_planned_date: date | None
    delay_days: int | None
    is_late: bool | None
    planned_delivery_date: date | None
    delivery_date: date | None
    entry_date: date | None
    exit_date: date | None
    is_on_site: bool | None
    is_paused: bool | None
    paused_days: int | None
    on_site_days: int | None
    limit_state: str | None
    limit_days: int | None
    near_days: int | None
    is_dual_lead: bool | None


def project_standing(source: Source, project_id: int, as_of: date, scope: Scope) -> ProjectStanding | None:
    """The project, or None where it does not exist or is outside the scope."""
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    wanted = f"""select {_FIXED}, {_OF_THE_DAY}
        from project_base as t
        cross join as_of as a
        left join project_as_of as p on p.project_id = t.project_id
        where t.project_id = $project_id and {where}"""
    sql = f"{relations_read(source, wanted, [as_of])} {wanted}"
    found = source.rows(sql, parameters | {"project_id": project_id})
    return ProjectStanding(*found[0]) if found else None
