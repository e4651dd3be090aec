"""Small projects by hand: stages with dates, pauses, teams and their work, on the official calendar."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, insert, update

from data.engine import now
from data.reference_data import calendar
from data.schema import (
    CalendarDay,
    Project,
    ProjectMember,
    ProjectPause,
    ProjectStage,
    Staff,
    WorkRecord,
)

Dates = tuple[date | None, date | None]
_FIRST_STAFF = 900  # beyond what PostgreSQL numbers by itself in a test


def add_calendar(connection: Connection) -> None:
    """The shipped calendar of 2021–2026."""
    connection.execute(insert(CalendarDay), [vars(entry) for entry in calendar()])


def add_stages(connection: Connection, project: int = 1, **stages: Dates) -> None:
    """Stages of a project as `stage=(planned, actual)`."""
    for stage, (planned, actual) in stages.items():
        connection.execute(
            insert(ProjectStage).values(
                project_id=project, stage=stage, planned_date=planned, actual_date=actual, recorded_at=now()
            )
        )


def add_pause(
    connection: Connection,
    first: date,
    last: date | None,
    *,
    project: int = 1,
    approved: date | None = date(2021, 1, 4),
) -> None:
    """A pause; approved long before unless a test says otherwise."""
    connection.execute(
        insert(ProjectPause).values(
            project_id=project, first_date=first, last_date=last, approved_date=approved, recorded_at=now()
        )
    )


def change_project(connection: Connection, project: int = 1, **values: Any) -> None:
    """Set columns of a project."""
    connection.execute(update(Project).where(Project.project_id == project).values(**values))


def add_staff(connection: Connection, number: int, **values: Any) -> int:
    """One auditor."""
    connection.execute(
        insert(Staff).values(
            {"staff_id": _FIRST_STAFF + number, "staff_code": f"A{number}", "name": f"审计员{number}"}
            | values
        )
    )
    return number


def add_member(
    connection: Connection, staff: int, *, project: int = 1, part: str = "member", **values: Any
) -> None:
    """A member of a project's team."""
    connection.execute(
        insert(ProjectMember).values(
            {"project_id": project, "staff_id": _FIRST_STAFF + staff, "part": part} | values
        )
    )


def add_work(
    connection: Connection, staff: int, week: date, half_days: int, *, project: int = 1, mode: str = "on_site"
) -> None:
    """What somebody worked on a project in the week of that Monday."""
    connection.execute(
        insert(WorkRecord).values(
            project_id=project,
            staff_id=_FIRST_STAFF + staff,
            week_date=week,
            mode=mode,
            half_days=half_days,
            recorded_at=now(),
        )
    )


def add_a_varied_progress(connection: Connection) -> None:
    """The two projects of `add_house` and more in every state: each figure has rows on 2025-06-30."""
    add_calendar(connection)
    day = date(2025, 6, 30)

    def before(days: int) -> date:
        return day - timedelta(days=days)

    add_stages(
        connection,
        1,
        approval=(date(2023, 1, 9), date(2023, 1, 9)),
        scheme=(date(2023, 3, 1), date(2023, 3, 6)),
        entry=(date(2023, 3, 20), date(2023, 3, 22)),
        exit=(date(2023, 5, 10), date(2023, 5, 19)),
        delivery=(date(2023, 7, 3), date(2023, 7, 28)),
        archive=(date(2023, 9, 1), date(2023, 9, 4)),
    )
    change_project(
        connection, 1, is_independent=True, business_lead="甲", data_lead="乙", digital_step="analysis"
    )
    # project: days on site so far (None: not entered), independent, visit ended, leads, step
    courses = [
        (2, 20, True, False, ("甲", None), None),
        (3, 66, True, False, ("甲", "丙"), "suspects"),
        (4, 90, True, False, ("丙", "乙"), None),
        (5, 120, True, True, (None, None), "checking"),
        (6, None, False, False, ("丁", "丁"), None),
        (7, 5000, True, False, ("丁", None), None),
    ]
    for number, entered, is_independent, has_left, (business, data), step in courses:
        if number > 2:
            connection.execute(
                insert(Project).values(
                    project_id=number,
                    project_code=f"P{number}",
                    name=f"项目{number}",
                    plan_year=2025,
                    project_type=("policy", "investment", "regional_coordination", None)[number % 4],
                    section_code=f"S{1 + number % 2}" if number != 5 else None,
                    region_code="990102" if number != 6 else None,
                    unit_id=1 + number % 2,
                )
            )
        change_project(
            connection,
            number,
            is_independent=is_independent,
            business_lead=business,
            data_lead=data,
            digital_step=step,
        )
        entry = before(entered) if entered else None
        add_stages(
            connection,
            number,
            approval=(before(150) if number == 6 else None, before(150)),
            scheme=(before(130), before(130) if entered else None),
            entry=(entry, entry),
            exit=(before(3), before(40) if has_left else None),
            delivery=(before(-30), None),
            archive=(before(10) if number < 6 else None, None),
        )
    for number in range(1, 5):
        add_staff(connection, number, section_code=f"S{1 + number % 2}" if number < 4 else None)
        for project in (2, 3):
            add_member(connection, number, project=project, part="member" if number > 1 else "business_lead")
            week = before(day.weekday() + 7 * number)
            add_work(
                connection, number, week, 4 + number, project=project, mode=("on_site", "online")[number % 2]
            )
