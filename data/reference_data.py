"""Small tables that every bureau starts with: classes of audit problems, the calendar, the coverage rules.

They stand as CSV in data/reference. holidays.csv holds only what differs from Monday to Friday: the days off
and the make-up working days of the State Council's yearly arrangement. A year without a line there has not
been announced, and is not in the calendar at all.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection, insert

from data.planning.calendar_file import CalendarFile, read_calendar_file
from data.schema import CalendarDay, CoverageRule, ProblemClass

_FOLDER = Path(__file__).resolve().parent / "reference"
_HOLIDAYS = "holidays.csv"


@dataclass(frozen=True)
class Day:
    """One day of the official calendar. `working_day_number` counts working days up to and including it."""

    day: date
    is_working_day: bool
    working_day_number: int
    holiday_name: str | None


@dataclass(frozen=True)
class ProblemClassEntry:
    """One entry of the classification; the codes of its three levels have 2, 4 and 6 digits."""

    code: str
    name: str
    parent_code: str | None


@dataclass(frozen=True)
class CoverageRuleEntry:
    """One rule of 审计覆盖 as the source documents give it: an audit at least once in so many years.

    `project_types` are the types that count, separated by commas (None: any); `source` is the seed's id.
    """

    coverage_rule_code: str
    name: str
    subject: str
    interval_years: int
    project_types: str | None
    source: str
    sort_order: int


def load(connection: Connection) -> None:
    """Write problem classes, calendar and coverage rules into a fresh database."""
    connection.execute(
        insert(ProblemClass),
        [
            {
                "problem_class_code": entry.code,
                "name": entry.name,
                "parent_code": entry.parent_code,
                "is_stub": False,
            }
            for entry in problem_classes()
        ],
    )
    connection.execute(insert(CalendarDay), [vars(entry) for entry in calendar()])
    load_coverage_rules(connection)


def shipped_years() -> CalendarFile:
    """The years of data/reference/holidays.csv as a file to import."""
    return read_calendar_file(_HOLIDAYS, (_FOLDER / _HOLIDAYS).read_bytes())


def load_coverage_rules(connection: Connection) -> tuple[str, ...]:
    """Write the standard coverage rules; returns their codes."""
    rules = coverage_rules()
    connection.execute(insert(CoverageRule), [vars(entry) for entry in rules])
    return tuple(entry.coverage_rule_code for entry in rules)


def problem_classes() -> tuple[ProblemClassEntry, ...]:
    """The classification of data/reference/problem_class.csv, parents before children."""
    return tuple(
        ProblemClassEntry(line["code"], line["name"], line["parent_code"] or None)
        for line in _lines("problem_class.csv")
    )


def coverage_rules() -> tuple[CoverageRuleEntry, ...]:
    """The rules of data/reference/coverage_rule.csv in their order. A bureau changes its own by import."""
    return tuple(
        CoverageRuleEntry(
            line["coverage_rule_code"],
            line["name"],
            line["subject"],
            int(line["interval_years"]),
            line["project_types"] or None,
            line["source"],
            order,
        )
        for order, line in enumerate(_lines("coverage_rule.csv"), start=1)
    )


def calendar() -> tuple[Day, ...]:
    """Every day of the years of data/reference/holidays.csv, in order."""
    exceptions = {
        date.fromisoformat(line["date"]): (line["is_working_day"] == "yes", line["name"])
        for line in _lines(_HOLIDAYS)
    }
    years = sorted({day.year for day in exceptions})
    day, last, number = date(years[0], 1, 1), date(years[-1], 12, 31), 0
    days = []
    while day <= last:
        is_working_day, name = exceptions.get(day, (day.weekday() < 5, None))
        number += is_working_day
        days.append(Day(day, is_working_day, number, name))
        day += timedelta(days=1)
    return tuple(days)


def _lines(name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
