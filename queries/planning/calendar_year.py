"""The days of one year of the calendar of working days, as the database has them now."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data.schema import CalendarDay


@dataclass(frozen=True)
class Day:
    """One day; `kind` is working, weekend, holiday (a day off by name) or made_up (worked on a weekend)."""

    day: date
    is_working_day: bool
    name: str | None

    @property
    def kind(self) -> str:
        """What the day is, for those who plan by it."""
        is_weekday = self.day.weekday() < 5
        if self.is_working_day:
            return "working" if is_weekday else "made_up"
        return "holiday" if is_weekday or self.name else "weekend"


def calendar_years(connection: Connection) -> list[int]:
    """The years of the calendar, the newest first."""
    return sorted({day.year for day in connection.scalars(select(CalendarDay.day))}, reverse=True)


def calendar_year(connection: Connection, year: int) -> list[Day]:
    """The days of that year in order; none for a year that is not in the calendar."""
    rows = connection.execute(
        select(CalendarDay.day, CalendarDay.is_working_day, CalendarDay.holiday_name)
        .where(CalendarDay.day.between(date(year, 1, 1), date(year, 12, 31)))
        .order_by(CalendarDay.day)
    )
    return [Day(*row) for row in rows]
