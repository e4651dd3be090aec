"""Who is on which project, the pauses of visits, and the half days worked by the week."""

import random
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from data.demo.bulk import insert_rows
from data.demo.days import AS_OF, DATE_TEXT, FIRST_DAY, MOMENT_TEXT
from data.demo.names import SECTIONS
from data.demo.projects import ENTRY, EXIT, NOTICE, DemoProject
from data.demo.staff import DemoStaff
from data.demo.visits import is_desk_only, working_day
from data.schema import ProjectMember, ProjectPause, WorkRecord

# A larger database measures figures of findings; time sheets of ten thousand projects would measure nothing.
_PROJECTS_WITH_WORK = 1200
_WEEK = 7
_MOST_HALF_DAYS = 11  # of one person in a week, whatever the number of projects
_MONDAY = -FIRST_DAY.weekday() % _WEEK
_REASONS = (
    "配合专项检查，经批准暂停",
    "被审计单位集中办公场所搬迁",
    "抽调审计组成员参加上级统一组织的审计",
    "等待外部单位提供数据",
    "防汛应急",
)

Team = list[tuple[DemoStaff, str]]


def write_work(connection: Connection, projects: list[DemoProject], staff: list[DemoStaff]) -> None:
    """Teams, pauses and work records of the newest projects, up to the as-of day."""
    newest = projects[-_PROJECTS_WITH_WORK:]
    teams = {project.project_id: _team(project, staff) for project in newest}
    insert_rows(
        connection,
        ProjectMember,
        ("project_id", "staff_id", "part", "from_date", "to_date"),
        (row for project in newest for row in _members(project, teams[project.project_id])),
    )
    insert_rows(
        connection,
        ProjectPause,
        (
            "project_id",
            "first_date",
            "last_date",
            "approved_date",
            "document_number",
            "reason",
            "recorded_at",
        ),
        _pauses(newest),
    )
    insert_rows(
        connection,
        WorkRecord,
        ("project_id", "staff_id", "week_date", "mode", "half_days", "recorded_at"),
        _within_a_week(row for project in newest for row in _work(project, teams[project.project_id])),
    )


def _within_a_week(rows: Iterable[tuple[str | int | None, ...]]) -> Iterator[tuple[str | int | None, ...]]:
    """The rows, with no more work of a person in a week than a week has."""
    worked: dict[tuple[str | int | None, ...], int] = {}
    for project_id, staff_id, week, mode, half_days, recorded_at in rows:
        before = worked.get((staff_id, week), 0)
        told = min(int(half_days or 0), _MOST_HALF_DAYS - before)
        if told > 0:
            worked[staff_id, week] = before + told
            yield project_id, staff_id, week, mode, told, recorded_at


def _team(project: DemoProject, staff: list[DemoStaff]) -> Team:
    dice = random.Random(f"team {project.code}")  # noqa: S311 - invented projects
    colleagues = [
        member
        for member in staff
        if member.section == project.section and member.name not in {project.business_lead, project.data_lead}
    ]
    by_name = {member.name: member for member in staff if member.section is not None}
    team = [(by_name[project.business_lead], "business_lead")]
    if project.data_lead:
        team.append((by_name[project.data_lead], "data_lead"))
    ordinary = [member for member in colleagues if not member.is_division_head]
    return team + [(member, "member") for member in dice.sample(ordinary, dice.randint(2, 4))]


def _members(project: DemoProject, team: Team) -> Iterator[tuple[str | int | None, ...]]:
    """A team is named with the notice and stays until the delivery; before it there are leads only."""
    is_named = project.actual[NOTICE] <= AS_OF
    for member, part in team:
        if is_named:
            until = DATE_TEXT[project.delivered] if project.is_delivered else None
            yield project.project_id, member.staff_id, part, DATE_TEXT[project.actual[NOTICE]], until
        elif part != "member":
            yield project.project_id, member.staff_id, part, None, None


def _pauses(projects: Iterable[DemoProject]) -> Iterator[tuple[str | int | None, ...]]:
    number = 0
    for project in projects:
        entry, leaving = project.actual[ENTRY], project.actual[EXIT]
        dice = random.Random(f"pause {project.code}")  # noqa: S311 - invented projects
        # Some of the visits that go on rest at the as-of day, until further notice.
        is_resting = entry <= AS_OF < leaving and project.project_id % 5 == 0
        if is_desk_only(project) or entry > AS_OF or not (is_resting or dice.random() < 0.1):
            continue
        number += 1
        first = working_day(AS_OF, -3) if is_resting else working_day(entry, dice.randint(4, 12))
        last = working_day(first, dice.randint(2, 9) + 4 * is_resting)
        is_approved = is_resting or dice.random() < 0.8
        spans = [(first, last)]
        if dice.random() < 0.25:  # a second one that overlaps the first
            spans.append((working_day(first, 1), working_day(last, dice.randint(1, 4))))
        for begins, ends in spans:
            if begins > AS_OF:
                continue
            yield (
                project.project_id,
                DATE_TEXT[begins],
                None if ends > AS_OF else DATE_TEXT[ends],
                DATE_TEXT[begins - 1] if is_approved else None,
                f"示审办〔{project.plan_year}〕{number}号" if is_approved else None,
                _REASONS[number % len(_REASONS)],
                MOMENT_TEXT[begins],
            )


def _work(project: DemoProject, team: Team) -> Iterator[tuple[str | int | None, ...]]:
    """On site from entry to exit; online ahead of it, and for longer in recent years."""
    dice = random.Random(f"work {project.code}")  # noqa: S311 - invented projects
    entry, leaving = _monday(project.actual[ENTRY]), _monday(project.actual[EXIT])
    last_week = _monday(AS_OF)
    weeks_online = 1 + (project.plan_year - 2022) // 2 + (2 if project.data_lead else 0)
    is_desk = is_desk_only(project)
    # One who leads in both parts works once.
    for member, part in {member.staff_id: (member, part) for member, part in team}.values():
        is_data = part == "data_lead" or member.section == len(SECTIONS) - 1
        for week in range(entry - _WEEK * weeks_online, leaving + 1, _WEEK):
            if week > last_week:
                break
            if week < entry:
                if not is_data and dice.random() < 0.5:
                    continue
                mode, half_days = "online", dice.randint(4, 9)
            else:
                mode = "online" if is_desk or (is_data and dice.random() < 0.6) else "on_site"
                half_days = dice.randint(6, 10)
            yield (
                project.project_id,
                member.staff_id,
                DATE_TEXT[week],
                mode,
                half_days,
                MOMENT_TEXT[min(week + 4, AS_OF)],
            )


def _monday(day: int) -> int:
    return day - (day - _MONDAY) % _WEEK
