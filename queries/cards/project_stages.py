"""The stages of chosen projects as they stood on a day, within what the reader may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class Stage:
    """One stage. `actual_date` is None while it is not reached; `delay_days` are working days.

    The delay is None where nothing can be said: no planned date, not due yet, or a date outside the calendar.
    """

    stage: str
    planned_date: date | None
    actual_date: date | None
    delay_days: int | None
    is_late: bool
    is_passed_over: bool


def project_stages(
    source: Source, project_ids: Iterable[int], as_of: date, scope: Scope
) -> dict[int, tuple[Stage, ...]]:
    """Stages by project in the order of the field; projects outside the plan or the scope are left out."""
    where, parameters = conditions(source, None, Filters(as_of=as_of), scope)
    wanted = f"""select t.project_id, t.stage, t.planned_date, t.actual_date, t.delay_days, t.is_late,
            t.is_passed_over
        from stage_as_of as t
        where t.project_id in (select unnest($project_ids)) and {where}
        order by t.project_id, t.stage_order"""
    sql = f"{relations_read(source, wanted, [as_of])} {wanted}"
    found: dict[int, list[Stage]] = {}
    for project_id, *stage in source.rows(sql, parameters | {"project_ids": list(project_ids)}):
        found.setdefault(project_id, []).append(Stage(*stage))
    return {project_id: tuple(stages) for project_id, stages in found.items()}
