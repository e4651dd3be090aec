"""Working days between two dates, by the official calendar in the database and never by guess."""

from datetime import date

from sqlalchemy import Connection, func, select

from data.language import _
from data.schema import CalendarDay


class OutsideCalendarError(Exception):
    """A date lies outside the calendar: its holidays are not known. The message names the limits."""


def working_days_between(connection: Connection, first: date, last: date) -> int:
    """Working days from `first` to `last`, both counted; 0 where `last` is before `first`.

    Formula of the field time on site (003-K5). Raises OutsideCalendarError for a date outside the calendar.
    """
    first_number, is_first_working = _calendar_day(connection, first)
    last_number, _is_last_working = _calendar_day(connection, last)
    return 0 if last < first else last_number - first_number + is_first_working


def calendar_limits(connection: Connection) -> tuple[date, date] | None:
    """First and last day of the calendar; None for an empty one."""
    first, last = connection.execute(select(func.min(CalendarDay.day), func.max(CalendarDay.day))).one()
    return (first, last) if first else None


def _calendar_day(connection: Connection, day: date) -> tuple[int, bool]:
    found = connection.execute(
        select(CalendarDay.working_day_number, CalendarDay.is_working_day).where(CalendarDay.day == day)
    ).one_or_none()
    if found is not None:
        return found.working_day_number, found.is_working_day
    limits = calendar_limits(connection)
    if limits is None:
        raise OutsideCalendarError(_("The calendar of working days is empty."))
    raise OutsideCalendarError(
        _("{day} is outside the calendar of working days, which runs from {first} to {last}.").format(
            day=day, first=limits[0], last=limits[1]
        )
    )
