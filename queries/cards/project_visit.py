"""The days of one visit, counted so that a reader can follow: holidays, make-up days and pauses between."""

from dataclasses import dataclass
from datetime import date, timedelta

from queries.compose import relations_read
from queries.source import Source

_SATURDAY = 5


@dataclass(frozen=True)
class Pause:
    """An approved pause cut to the visit; `days` are the working days that no earlier pause took off."""

    first_date: date
    last_date: date
    days: int
    document_number: str | None
    reason: str | None


@dataclass(frozen=True)
class Holiday:
    """Weekdays of one name that are off, or weekend days that are worked for it."""

    name: str
    days: tuple[date, ...]
    is_working_day: bool


@dataclass(frozen=True)
class Visit:
    """A visit: calendar days − weekend days − weekdays off + days made up for = working days.

    `working_days` is None where part of the visit lies outside the calendar.
    """

    calendar_days: int
    weekend_days: int
    working_days: int | None
    holidays: tuple[Holiday, ...]
    pauses: tuple[Pause, ...]


def project_visit(source: Source, project_id: int, first: date, last: date, as_of: date) -> Visit:
    """The visit from `first` to `last`, both counted; the caller has asked whether the reader may see it."""
    span = {"first": first, "last": last, "project_id": project_id}
    counted = source.rows(
        """select count(*) filter (where is_working_day), count(*)
        from calendar_day where day between $first and $last""",
        span,
    )[0]
    days = (last - first).days + 1
    weekend_days = sum((first + timedelta(days=offset)).weekday() >= _SATURDAY for offset in range(days))
    named = source.rows(
        """select holiday_name, list(day order by day), is_working_day
        from calendar_day
        where day between $first and $last and is_working_day <> (isodow(day) < 6)
        group by holiday_name, is_working_day, year(day) order by min(day)""",
        span,
    )
    wanted = """select first_date, last_date, paused_days, document_number, reason
        from pause_as_of where project_id = $project_id order by first_date, last_date"""
    pauses = source.rows(f"{relations_read(source, wanted, [as_of])} {wanted}", span)
    return Visit(
        calendar_days=days,
        weekend_days=weekend_days,
        working_days=counted[0] if counted[1] == days else None,
        holidays=tuple(Holiday(name or "", tuple(days), works) for name, days, works in named),
        pauses=tuple(Pause(*row) for row in pauses),
    )
