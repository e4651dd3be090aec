"""Rows of the list of major problems for tests."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select, update

from data.engine import now
from data.schema import Finding, MajorProblemStep, MajorProblemWeek


def add_list_step(connection: Connection, finding_id: int, kind: str, day: date, **said: Any) -> None:
    """One step of the list; an entry names criterion, lead and tracker unless `said` does."""
    entry = {"criterion": "violation", "lead_section_code": "S1", "tracker": "跟踪人"}
    values = (entry if kind == "listed" else {}) | {"user_name": "review", "person": "复核甲"} | said
    connection.execute(
        insert(MajorProblemStep).values(
            finding_id=finding_id, kind=kind, fact_date=day, recorded_at=now(), **values
        )
    )


def add_week(
    connection: Connection, finding_id: int, week: date, *, told: date | None = None, **said: Any
) -> None:
    """The state of a week, told on its Friday unless `told` says otherwise."""
    values = {
        "state": "已追回部分资金",
        "progress_percent": 40,
        "next_step": "继续追缴",
        "user_name": "clerk",
        "person": "整改甲",
    } | said
    day = told or week + timedelta(days=4)
    connection.execute(
        insert(MajorProblemWeek).values(
            finding_id=finding_id, week_date=week, fact_date=day, recorded_at=now(), **values
        )
    )


def add_varied_major_problems(connection: Connection) -> None:
    """Of the ledger's findings some on the list at every stage, with weeks told and not; one marked only."""
    findings = connection.scalars(select(Finding.finding_id).order_by(Finding.finding_id).limit(8)).all()
    courses = (
        (),
        ("close_asked",),
        ("close_asked", "review_passed"),
        ("close_asked", "review_passed", "close_approved"),
        ("removed",),
        ("close_asked", "sent_back"),
    )
    first = date(2025, 6, 2)  # a Monday
    for number, course in enumerate(courses):
        said = {"lead_section_code": f"S{1 + number % 2}", "criterion": ("violation", "repeat")[number % 2]}
        add_list_step(connection, findings[number], "listed", first, **said)
        for place, kind in enumerate(course):
            add_list_step(connection, findings[number], kind, first + timedelta(days=14 + place))
        for week in range(number % 4):
            colour = (None, "red")[week % 2]
            add_week(connection, findings[number], first + timedelta(weeks=week), colour=colour)
    connection.execute(update(Finding).where(Finding.finding_id == findings[6]).values(is_major=True))
