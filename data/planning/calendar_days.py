"""Working days between two dates, by the official calendar in the database and never by guess."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from data.language import _
from data.schema import CalendarDay


class OutsideCalendarError(Exception):
    """A date lies outside the calendar: its holidays are not known. The message names the limits."""


@dataclass(frozen=True)
class WorkingDays:
    """The calendar read once, for counting many spans: (number, works) by day."""

    days: dict[date, tuple[int, bool]]

    def between(self, first: date, last: date) -> int:
        """Working days from `first` to `last`, both counted; 0 where `last` is before `first`.

        Formula of the time on site (003-K5). Raises OutsideCalendarError for a date outside the calendar.
        """
        first_number, is_first_working = self._day(first)
        last_number, __ = self._day(last)
        return 0 if last < first else last_number - first_number + is_first_working

    def _day(self, day: date) -> tuple[int, bool]:
        if day in self.days:
            return self.days[day]
        if not self.days:
            raise OutsideCalendarError(_("The calendar of working days is empty."))
        raise OutsideCalendarError(
            _("{day} is outside the calendar of working days, which runs from {first} to {last}.").format(
                day=day, first=min(self.days), last=max(self.days)
            )
        )


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
