"""The invented yearly tasks, broken down to sections and districts, and what the audit committee resolved.

Sections differ as they do in the ledger: one is always ahead, one lags, the rest mostly keep their dates.
"""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Connection

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF, AS_OF_DATE, DATE_TEXT, MOMENT_TEXT, as_date, day, on_working_day
from data.demo.names import CITY_CODE, CITY_NAME, DISTRICTS, EXEMPLARY_SECTION, SECTIONS, SOURCE
from data.demo.projects import auditor
from data.schema import Task, TaskStep

_FILE = Path(__file__).with_name("tasks.toml")
_YEARS = (2024, 2025, 2026)
_MEETING_MONTHS = (2, 5, 8, 10)
_RESOLUTIONS_A_MEETING = 5
_LAGGING_SECTION = "TZSJ"
_LATE = {EXEMPLARY_SECTION: 0.0, _LAGGING_SECTION: 0.55}
_LATE_ELSEWHERE = 0.13
_EXTENDED, _CANCELLED = 0.08, 0.015
_EARLIEST, _LATEST = 28, 75  # days before and after the limit on which a task is completed
_SILENCE = (25, 60)  # days between two reports of progress
_CODES = [section.code for section in SECTIONS]
_TASK_COLUMNS = (
    "task_id",
    "task_code",
    "kind",
    "title",
    "requirement",
    "year",
    "parent_task_id",
    "region_code",
    "section_code",
    "responsible_person",
    "origin",
    "set_date",
    "due_date",
    "source",
    "recorded_at",
)


@dataclass(frozen=True)
class DemoTask:
    """One task; `set_day` and `due_day` are days as small integers."""

    code: str
    kind: str
    title: str
    requirement: str | None
    year: int
    parent_code: str | None
    region: str
    section: str | None
    origin: str
    set_day: int
    due_day: int


@dataclass(frozen=True)
class DemoStep:
    """One step of a task."""

    kind: str
    day: int
    note: str
    new_due_day: int | None = None
    percent: int | None = None


def write_tasks(connection: Connection) -> None:
    """Tasks and resolutions of three years with their steps up to the as-of day."""
    dice = random.Random("tasks")  # noqa: S311 - invented tasks
    tasks = [task for year in _YEARS for task in (*_tasks(dice, year), *_resolutions(dice, year))]
    ids = {task.code: number for number, task in enumerate(tasks, start=1)}
    broken_down = {task.parent_code for task in tasks}
    lives = {task.code: list(_life(dice, task)) for task in tasks if task.code not in broken_down}
    for above in (task for task in tasks if task.code in broken_down):
        parts = [lives[task.code][-1] for task in tasks if task.parent_code == above.code]
        if all(last.kind in ("completed", "cancelled") and last.day <= AS_OF for last in parts):
            lives[above.code] = [DemoStep("completed", max(last.day for last in parts), _note("completed"))]
    insert_rows(connection, Task, _TASK_COLUMNS, (_row(dice, ids, task) for task in tasks))
    insert_rows(
        connection,
        TaskStep,
        ("task_id", "kind", "fact_date", "new_due_date", "progress_percent", "note", "recorded_at"),
        (
            (
                ids[code],
                step.kind,
                DATE_TEXT[step.day],
                None if step.new_due_day is None else DATE_TEXT[step.new_due_day],
                step.percent,
                step.note,
                MOMENT_TEXT[step.day],
            )
            for code, life in lives.items()
            for step in life
            if step.day <= AS_OF
        ),
    )


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def _note(kind: str) -> str:
    return str(_texts()["notes"][kind])


def _tasks(dice: random.Random, year: int) -> Iterator[DemoTask]:
    words = {"year": year, "last": year - 1, "next": year + 1}
    origin = f"{CITY_NAME}审计局{year}年工作要点"
    for number, entry in enumerate(_texts()["task"], start=1):
        code, set_day = f"R{year}-{number:02d}", _working(date(year, 1, 12 + number % 14))
        title, requirement = entry["title"].format_map(words), entry["requirement"]
        receivers = list(_receivers(entry["to"]))
        limits = [_limit(dice, year, entry["due"][i % len(entry["due"])]) for i in range(len(receivers))]
        if len(receivers) == 1:
            section, region = receivers[0]
            yield DemoTask(
                code, "task", title, requirement, year, None, region, section, origin, set_day, limits[0]
            )
            continue
        yield DemoTask(
            code, "task", title, requirement, year, None, CITY_CODE, None, origin, set_day, max(limits)
        )
        part = entry["part"].format_map(words)
        for place, ((section, region), limit) in enumerate(zip(receivers, limits, strict=True), start=1):
            yield DemoTask(
                f"{code}-{place:02d}", "task", part, None, year, code, region, section, origin, set_day, limit
            )


def _receivers(to: str | list[str]) -> Iterator[tuple[str, str]]:
    """(section, region) of each that the task goes to; a section in turn looks after each district."""
    if to == "districts":
        for place, (code, __) in enumerate(DISTRICTS):
            yield _CODES[place % len(_CODES)], code
        return
    for section in _CODES if to == "all" else to:
        yield section, CITY_CODE


def _resolutions(dice: random.Random, year: int) -> Iterator[DemoTask]:
    texts = _texts()["resolution"]
    for meeting, month in enumerate(_MEETING_MONTHS, start=1):
        held = _working(date(year, month, 18))
        origin = f"{CITY_NAME}委审计委员会{year}年第{meeting}次会议"
        for number in range(1, _RESOLUTIONS_A_MEETING + 1):
            entry = texts[(year * 7 + meeting * _RESOLUTIONS_A_MEETING + number * 4) % len(texts)]
            due = _working(as_date(held) + timedelta(days=30 * entry["months"] + dice.randint(-4, 9)))
            code = f"Y{year}-{meeting}-{number:02d}"
            yield DemoTask(
                code, "committee", entry["title"], None, year, None, CITY_CODE, entry["to"], origin, held, due
            )


def _life(dice: random.Random, task: DemoTask) -> Iterator[DemoStep]:
    """The steps of one task up to its end, also beyond the as-of day."""
    if dice.random() < _CANCELLED:
        yield DemoStep("cancelled", _working(as_date(task.set_day + 60)), _note("cancelled"))
        return
    due = task.due_day
    if dice.random() < _LATE.get(task.section or "", _LATE_ELSEWHERE):
        done = _working(as_date(due + dice.randint(3, _LATEST)))
    else:
        if dice.random() < _EXTENDED and due - 15 > task.set_day:
            due = _working(as_date(task.due_day + 30))
            yield DemoStep("extended", _working(as_date(task.due_day - 9)), _note("extended"), due)
        done = min(due, _working(as_date(due - int(dice.random() ** 1.6 * _EARLIEST))))
    when = task.set_day + dice.randint(*_SILENCE)
    told = 0
    while (reported := _working(as_date(when))) < done:
        percent = min(95, round(20 * (reported - task.set_day) / (done - task.set_day)) * 5)
        notes = _texts()["notes"]["late" if reported > due else "reported"]
        yield DemoStep("reported", reported, notes[min(told, len(notes) - 1)], percent=percent)
        told += 1
        when += dice.randint(*_SILENCE)
    yield DemoStep("completed", done, _note("completed"))


def _row(dice: random.Random, ids: dict[str, int], task: DemoTask) -> Row:
    section = task.section
    return (
        ids[task.code],
        task.code,
        task.kind,
        task.title,
        task.requirement,
        task.year,
        ids[task.parent_code] if task.parent_code else None,
        task.region,
        section,
        auditor(_CODES.index(section), dice.randrange(9)) if section else None,
        task.origin,
        DATE_TEXT[task.set_day],
        DATE_TEXT[task.due_day],
        SOURCE,
        MOMENT_TEXT[task.set_day],
    )


def _limit(dice: random.Random, year: int, month: int) -> int:
    # Most limits are the end of a month; those of the month that is on spread over its days.
    if (year, month) == (AS_OF_DATE.year, AS_OF_DATE.month):
        return _working(date(year, month, dice.choice((13, 17, 18, 19, 20, 20, 24, 25, 27, 30))))
    return _working(date(year, month, 28))


def _working(value: date) -> int:
    return int(on_working_day(np.array([day(value)]))[0])
