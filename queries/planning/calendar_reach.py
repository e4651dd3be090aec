"""How far the calendar of working days reaches, and which plans of projects in hand lie beyond it."""

from dataclasses import dataclass
from datetime import date

from queries.compose import conditions, relations_read
from queries.filters import Filters, Scope
from queries.source import Source


@dataclass(frozen=True)
class CalendarReach:
    """First and last day of the calendar (None: it is empty), and what lies beyond its last day.

    `projects_beyond` are unfinished projects in the plan with a stage planned after it, the latest on
    `latest_planned_date`.
    """

    first_day: date | None
    last_day: date | None
    projects_beyond: int
    latest_planned_date: date | None

    def holds(self, day: date) -> bool:
        """Whether working days can be counted on that day."""
        return (
            self.first_day is not None
            and self.last_day is not None
            and self.first_day <= day <= self.last_day
        )


def calendar_reach(source: Source, filters: Filters, scope: Scope) -> CalendarReach:
    """The reach on the day of the filters, for the projects that the reader may see."""
    first, last = source.rows("select min(day), max(day) from calendar_day")[0]
    where, parameters = conditions(source, None, Filters(as_of=filters.as_of), scope)
    wanted = f"""select count(distinct t.project_id), max(s.planned_date)
        from project_as_of as t
        join project_stage as s on s.project_id = t.project_id
        where not t.is_finished and s.planned_date > (select max(day) from calendar_day) and {where}"""
    sql = f"{relations_read(source, wanted, [filters.as_of])} {wanted}"
    projects, latest = source.rows(sql, parameters)[0]
    return CalendarReach(first, last, projects, latest)
