"""Changing the calendar of working days: a year imported, a day corrected, the numbers running on anew.

`working_day_number` counts working days from the first day of the calendar on, so every change renumbers what
comes after it, in the same transaction. The years of a calendar follow one another without a gap: across one
a difference of two numbers would be no count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, Engine, bindparam, insert, select, update

from data.access.permission import permit_whole
from data.access.roles import COMMAND_LINE, User
from data.engine import reading, writing
from data.events import CalendarDayChanged, CalendarImported, record
from data.intake.refused import FileRefusedError
from data.language import _
from data.planning.calendar_file import CalendarFile, SpecialDay
from data.schema import CalendarDay, ChainHead

ACTION = "maintain-registers"


@dataclass(frozen=True)
class DayChange:
    """One day as it is (None: not in the calendar yet) and as it would be: (works, name of the holiday)."""

    day: date
    before: tuple[bool, str | None] | None
    after: tuple[bool, str | None]


@dataclass(frozen=True)
class YearChange:
    """What importing one year would do. `changes` are days of a year that the calendar has already."""

    year: int
    is_new: bool
    working_days: int
    special_days: tuple[SpecialDay, ...]
    changes: tuple[DayChange, ...]


class CalendarDayError(Exception):
    """A day cannot be changed; the message says why."""


def preview(engine: Engine, file: CalendarFile) -> tuple[YearChange, ...]:
    """What the file would change, year by year. Raises FileRefusedError for a year that leaves a gap."""
    with reading(engine) as connection:
        return _changes(_days(connection), file)


def import_calendar(engine: Engine, file: CalendarFile, user: User | None = None) -> int | None:
    """Write the years of the file; returns the id of the event, None where nothing changed.

    Without `user` the command line acts. Raises FileRefusedError and NotPermittedError.
    """
    if user is not None:
        permit_whole(engine, user, ACTION, file.name)
    actor = user or COMMAND_LINE
    with writing(engine) as connection:
        return write_years(connection, file, actor)


def write_years(connection: Connection, file: CalendarFile, actor: User) -> int | None:
    """Write the years in the caller's transaction, which begins here; see `import_calendar`."""
    connection.execute(select(ChainHead).with_for_update())  # two imports at once would number alike
    there = _days(connection)
    years = _changes(there, file)
    added = [entry for year in years if year.is_new for entry in _whole_year(year.year, year.special_days)]
    changed = [change for year in years for change in year.changes]
    if not added and not changed:
        return None
    if added:
        connection.execute(
            insert(CalendarDay),
            [
                {"day": day, "is_working_day": works, "holiday_name": name, "working_day_number": 0}
                for day, works, name in added
            ],
        )
    _set(connection, changed)
    _renumber(connection)
    listed = tuple(year.year for year in years)
    return record(connection, actor.user_name, CalendarImported(file.name, listed, len(added), len(changed)))


def change_day(engine: Engine, user: User, day: date, *, is_working_day: bool, name: str | None) -> None:
    """Correct one day. Raises CalendarDayError for a day outside the calendar, and NotPermittedError."""
    permit_whole(engine, user, ACTION, day.isoformat())
    name = (name or "").strip()[:400] or None
    with writing(engine) as connection:
        connection.execute(select(ChainHead).with_for_update())
        found = connection.execute(
            select(CalendarDay.is_working_day, CalendarDay.holiday_name).where(CalendarDay.day == day)
        ).one_or_none()
        if found is None:
            raise CalendarDayError(_("This day is not in the calendar. Import its year first."))
        before, after = (found.is_working_day, found.holiday_name), (is_working_day, name)
        if before == after:
            return
        _set(connection, [DayChange(day, before, after)])
        _renumber(connection)
        record(connection, user.user_name, CalendarDayChanged(day, _said(before), _said(after)))


def _said(day: tuple[bool, str | None]) -> dict[str, object]:
    return {"is_working_day": day[0], "holiday_name": day[1]}


def _days(connection: Connection) -> dict[date, tuple[bool, str | None]]:
    rows = connection.execute(select(CalendarDay.day, CalendarDay.is_working_day, CalendarDay.holiday_name))
    return {row.day: (row.is_working_day, row.holiday_name) for row in rows}


def _changes(there: dict[date, tuple[bool, str | None]], file: CalendarFile) -> tuple[YearChange, ...]:
    years = {day.year for day in there}
    together = sorted(years | file.years.keys())
    if together[-1] - together[0] + 1 != len(together):
        gap = next(year for year in range(together[0], together[-1]) if year not in together)
        raise FileRefusedError(_("The calendar would have a gap: import {year} first.").format(year=gap))
    found = []
    for year, special in file.years.items():
        after = _whole_year(year, special)
        changes = [
            DayChange(day, there[day], (works, name))
            for day, works, name in after
            if day in there and there[day] != (works, name)
        ]
        working_days = sum(day[1] for day in after)
        found.append(YearChange(year, year not in years, working_days, special, tuple(changes)))
    return tuple(found)


def _whole_year(year: int, special: Iterable[SpecialDay]) -> list[tuple[date, bool, str | None]]:
    """Every day of the year: Monday to Friday, but for the special days."""
    by_day = {entry.day: (entry.is_working_day, entry.name or None) for entry in special}
    first = date(year, 1, 1)
    days = (first + timedelta(days=offset) for offset in range((date(year + 1, 1, 1) - first).days))
    return [(day, *by_day.get(day, (day.weekday() < 5, None))) for day in days]


def _set(connection: Connection, changes: Iterable[DayChange]) -> None:
    for change in changes:
        connection.execute(
            update(CalendarDay)
            .where(CalendarDay.day == change.day)
            .values(is_working_day=change.after[0], holiday_name=change.after[1])
        )


def _renumber(connection: Connection) -> None:
    rows = connection.execute(
        select(CalendarDay.day, CalendarDay.is_working_day, CalendarDay.working_day_number).order_by(
            CalendarDay.day
        )
    ).all()
    number, wrong = 0, []
    for row in rows:
        number += row.is_working_day
        if row.working_day_number != number:
            wrong.append({"of_day": row.day, "number": number})
    if wrong:
        statement = (
            update(CalendarDay)
            .where(CalendarDay.day == bindparam("of_day"))
            .values(working_day_number=bindparam("number"))
        )
        connection.execute(statement, wrong)
