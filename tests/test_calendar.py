"""The official calendar: equal to published holidays, and silent guesses are impossible."""

import csv
import json
import random
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import pytest

from data.demo.bulk import insert_rows
from data.engine import connect_to, reading, writing
from data.migrate import upgrade
from data.reference_data import calendar, load, problem_classes
from data.schema import Project, ProjectStage
from queries.compose import relations_read
from queries.source import open_source
from tests.ledger_rows import settle
from tests.working_days import OutsideCalendarError, calendar_limits, working_days, working_days_between

HOLIDAYS = Path(__file__).resolve().parents[2] / "shared/data/cn_holidays"
REFERENCE = Path(__file__).resolve().parents[1] / "data/reference"


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    engine = connect_to(f"sqlite:///{tmp_path_factory.mktemp('calendar') / 'audit.db'}")
    upgrade(engine)
    with writing(engine) as fresh:
        load(fresh)
    with reading(engine) as opened:
        yield opened


def test_every_day_is_as_published():
    """Each of the 2,191 days of 2021–2026 is what an independent package says."""
    chinese_calendar = pytest.importorskip("chinese_calendar")
    days = calendar()
    assert (days[0].day, days[-1].day, len(days)) == (date(2021, 1, 1), date(2026, 12, 31), 2191)
    assert [
        entry.day for entry in days if entry.is_working_day != chinese_calendar.is_workday(entry.day)
    ] == []


@pytest.mark.skipif(not HOLIDAYS.exists(), reason="the collected holiday notices are not on this machine")
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_holidays_equal_the_notices(year):
    """Days off, make-up days and their names are those of the notices, no more and no fewer."""
    published = {
        (entry["date"], "no" if entry["isOffDay"] else "yes", entry["name"])
        for entry in json.loads((HOLIDAYS / f"{year}.json").read_text())["days"]
    }
    with (REFERENCE / "holidays.csv").open(encoding="utf-8") as file:
        ours = {tuple(line) for line in csv.reader(file) if line[0].startswith(str(year))}
    assert ours == published


def test_working_days_between_counts_both_ends(connection):
    """A Friday to the next Monday is two days, a weekend none, the make-up Saturday of 2026-02-14 one."""
    assert working_days_between(connection, date(2026, 3, 6), date(2026, 3, 9)) == 2
    assert working_days_between(connection, date(2026, 3, 7), date(2026, 3, 8)) == 0
    assert working_days_between(connection, date(2026, 2, 14), date(2026, 2, 14)) == 1
    assert working_days_between(connection, date(2026, 3, 9), date(2026, 3, 6)) == 0
    assert working_days_between(connection, date(2026, 1, 1), date(2026, 12, 31)) == 248


def random_spans(count):
    """Pairs of days of 2021–2026 with the working days between them, both counted, by another package."""
    chinese_calendar = pytest.importorskip("chinese_calendar")
    start = date(2021, 1, 1)
    days = [start + timedelta(days=offset) for offset in range(2191)]
    upto = list(accumulate(chinese_calendar.is_workday(day) for day in days))
    dice = random.Random(2026)  # noqa: S311
    for _ in range(count):
        first, last = sorted((dice.randrange(2191), dice.randrange(2191)))
        yield days[first], days[last], upto[last] - (upto[first - 1] if first else 0)


def test_working_days_between_equals_an_independent_count(connection):
    """10,000 random pairs of days, counted with another package's calendar."""
    calendar_of_the_database = working_days(connection)
    for first, last, expected in random_spans(10_000):
        assert calendar_of_the_database.between(first, last) == expected, (first, last)
    assert working_days_between(connection, first, last) == expected


def test_days_on_site_equal_an_independent_count(sqlite_engine):
    """The same 10,000 pairs as visits of 10,000 projects, counted by the relation that every figure reads."""
    spans = list(random_spans(10_000))
    with writing(sqlite_engine) as fresh:
        load(fresh)
        insert_rows(
            fresh,
            Project,
            (
                "project_id",
                "project_code",
                "name",
                "plan_year",
                "is_independent",
                "is_desk_only",
                "is_draft",
                "is_stub",
            ),
            ((number, str(number), "项目", 2021, 1, 0, 0, 0) for number in range(1, len(spans) + 1)),
        )
        insert_rows(
            fresh,
            ProjectStage,
            ("project_id", "stage", "actual_date", "recorded_at"),
            (
                (number, stage, day.isoformat(), "2026-12-31 00:00:00.000000")
                for number, (first, last, _) in enumerate(spans, start=1)
                for stage, day in (("entry", first), ("exit", last))
            ),
        )
        settle(fresh)
    source = open_source(sqlite_engine)
    wanted = "select project_id, on_site_days from project_as_of order by project_id"
    counted = source.rows(f"{relations_read(source, wanted, [date(2026, 12, 31)])} {wanted}")
    assert [days for _, days in counted] == [expected for _, _, expected in spans]


@pytest.mark.parametrize("outside", [date(2020, 12, 31), date(2027, 1, 4)])
def test_a_date_outside_the_calendar_is_an_error(connection, outside):
    """2027 is not announced: no figure is better than a wrong one."""
    with pytest.raises(OutsideCalendarError):
        working_days_between(connection, min(outside, date(2026, 1, 5)), max(outside, date(2026, 1, 5)))


def test_an_empty_calendar_says_so(tmp_path):
    """A database without calendar names the lack, not a date."""
    engine = connect_to(f"sqlite:///{tmp_path / 'audit.db'}")
    upgrade(engine)
    with reading(engine) as opened:
        assert calendar_limits(opened) is None
        with pytest.raises(OutsideCalendarError):
            working_days_between(opened, date(2026, 1, 5), date(2026, 1, 6))


def test_problem_classes_form_a_tree_of_three_levels():
    """Codes are unique, two digits a level, and every parent stands before its children."""
    seen: dict[str, str] = {}
    for entry in problem_classes():
        assert entry.code not in seen
        assert entry.name not in seen.values()
        assert len(entry.code) in (2, 4, 6)
        assert (entry.parent_code or "") == entry.code[:-2]
        assert entry.parent_code is None or entry.parent_code in seen
        seen[entry.code] = entry.name
    parents = {code[:-2] for code in seen}
    assert [code for code in seen if len(code) < 6 and code not in parents] == []
