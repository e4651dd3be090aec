"""A year's arrangement of holidays as a file: read whole, or refused with the reason.

Two formats: the JSON in which the yearly notices are collected ({"year": …, "days": [{"name", "date",
"isOffDay"}]}), and the CSV of data/reference/holidays.csv (date, is_working_day, name). Both list only what
differs from Monday to Friday.
"""

import csv
import io
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.intake.refused import FileRefusedError
from data.language import _

_YES_NO = {"yes": True, "no": False}
# Off in every arrangement whatever the year: without them a list is cut short.
_ALWAYS_OFF = ((1, 1), (5, 1), (10, 1))
MAX_FILE_BYTES = 1_000_000  # a year is a few kilobytes


@dataclass(frozen=True)
class SpecialDay:
    """A day off, or a day made up for, with the name of its holiday."""

    day: date
    is_working_day: bool
    name: str


@dataclass(frozen=True)
class CalendarFile:
    """The special days by year, in order; every year of the file has some."""

    name: str
    years: dict[int, tuple[SpecialDay, ...]]


def read_calendar_file(name: str, data: bytes) -> CalendarFile:
    """Read the file. Raises FileRefusedError for one that is no such calendar, or not a whole one."""
    if len(data) > MAX_FILE_BYTES:
        raise FileRefusedError(_("The file is too large for a calendar."))
    try:
        text = data.decode("utf-8-sig")
        announced, days = _from_json(text) if text.lstrip().startswith("{") else _from_csv(text)
    except (ValueError, KeyError, TypeError) as error:
        raise FileRefusedError(
            _("This is not a calendar of holidays in one of the two formats, JSON or CSV.")
        ) from error
    if not days:
        year = announced if announced is not None else ""
        raise FileRefusedError(
            _(
                "The list for {year} is empty: the arrangement is not announced yet. Nothing is guessed."
            ).format(year=year)
        )
    _check(announced, days)
    by_year: dict[int, list[SpecialDay]] = {}
    for entry in sorted(days, key=lambda entry: entry.day):
        by_year.setdefault(entry.day.year, []).append(entry)
    return CalendarFile(name, {year: tuple(entries) for year, entries in sorted(by_year.items())})


def _from_json(text: str) -> tuple[int, list[SpecialDay]]:
    content: Any = json.loads(text)
    days = [
        SpecialDay(date.fromisoformat(entry["date"]), not _truth(entry["isOffDay"]), str(entry["name"]))
        for entry in content["days"]
    ]
    return int(content["year"]), days


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _from_csv(text: str) -> tuple[None, list[SpecialDay]]:
    lines = csv.DictReader(io.StringIO(text))
    if not {"date", "is_working_day", "name"} <= set(lines.fieldnames or ()):
        raise ValueError
    return None, [
        SpecialDay(date.fromisoformat(line["date"]), _YES_NO[line["is_working_day"]], line["name"].strip())
        for line in lines
    ]


def _check(announced: int | None, days: list[SpecialDay]) -> None:
    if announced is not None and (strays := [entry.day for entry in days if entry.day.year != announced]):
        raise FileRefusedError(
            _("The file is for {year}, but lists {day}.").format(year=announced, day=strays[0])
        )
    times = Counter(entry.day for entry in days)
    if twice := sorted(day for day, number in times.items() if number > 1):
        raise FileRefusedError(_("{day} is listed more than once.").format(day=twice[0]))
    off = {entry.day for entry in days if not entry.is_working_day}
    for year in sorted({entry.day.year for entry in days}):
        missing = [date(year, *day) for day in _ALWAYS_OFF if date(year, *day) not in off]
        if missing:
            raise FileRefusedError(
                _("The list for {year} is not whole: {day} is not among its days off.").format(
                    year=year, day=missing[0]
                )
            )
