"""The official calendar counted in Python, beside the SQL of the product: what its figures must come to."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from data.schema import CalendarDay


class OutsideCalendarError(Exception):
    """A date lies outside the calendar: its holidays are not known."""


@dataclass(frozen=True)
class WorkingDays:
    """The calendar read once, for counting many spans: (number, works) by day."""

    days: dict[date, tuple[int, bool]]

    def between(self, first: date, last: date) -> int:
        """Working days from `first` to `last`, both counted; 0 where `last` is before `first`.

        Formula of the time on site (003-K5). Raises OutsideCalendarError for a date outside the calendar.
        """
        if not {first, last} <= self.days.keys():
            raise OutsideCalendarError
        first_number, is_first_working = self.days[first]
        last_number, __ = self.days[last]
        return 0 if last < first else last_number - first_number + is_first_working


def working_days(connection: Connection) -> WorkingDays:
    """The whole calendar of the database."""
    rows = connection.execute(
        select(CalendarDay.day, CalendarDay.working_day_number, CalendarDay.is_working_day)
    )
    return WorkingDays({day: (number, works) for day, number, works in rows})


def working_days_between(connection: Connection, first: date, last: date) -> int:
    """`WorkingDays.between` for one span."""
    return working_days(connection).between(first, last)


def calendar_limits(connection: Connection) -> tuple[date, date] | None:
    """First and last day of the calendar; None for an empty one."""
    first, last = connection.execute(select(func.min(CalendarDay.day), func.max(CalendarDay.day))).one()
    return (first, last) if first else None
