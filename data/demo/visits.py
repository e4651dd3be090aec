"""What a visit is like: who makes none, what its digital step is, and which ones take too long.

Some of the visits that go on at the as-of day are moved ahead, so that the limit of working days on site is
near for a few and passed for a few others.
"""

import random
from bisect import bisect_right
from dataclasses import replace

from data.demo.days import AS_OF, day
from data.demo.projects import ENTRY, EXIT, DemoProject
from data.reference_data import calendar

# Working days that the first visits of those still on site have taken by the as-of day.
_LONG = (58, 44, 54, 41, 56, 47)
_DESK_ONLY = {
    "policy": 0.2,
    "regional_coordination": 0.2,
    "information_system": 0.15,
    "budget_execution": 0.06,
}
_STEPS = ("analysis", "suspects", "checking", "research")
_SPARE = 6  # working days between two stages ahead of an early entry

WORKING_DAYS = [day(entry.day) for entry in calendar() if entry.is_working_day]


def is_desk_only(project: DemoProject) -> bool:
    """Whether the project makes no visit (不进点)."""
    dice = random.Random(f"desk {project.code}")  # noqa: S311 - invented projects
    return dice.random() < _DESK_ONLY.get(project.project_type, 0.0)


def digital_step(project: DemoProject) -> str | None:
    """The step of the digital audit (四步法) that the project is tagged with; more are tagged every year."""
    dice = random.Random(f"step {project.code}")  # noqa: S311 - invented projects
    if dice.random() > 0.15 + 0.13 * (project.plan_year - 2022):
        return None
    if project.is_delivered:
        return dice.choices(_STEPS, (1, 2, 4, 3))[0]
    return dice.choices(_STEPS, (5, 4, 2, 1))[0]


def working_day(start: int, count: int) -> int:
    """The working day `count` working days after the last one up to `start`; before it where negative.

    Beyond the calendar a week has five of them.
    """
    place = bisect_right(WORKING_DAYS, start) - 1 + count
    return WORKING_DAYS[place] if place < len(WORKING_DAYS) else start + count * 7 // 5


def with_long_visits(projects: list[DemoProject]) -> list[DemoProject]:
    """The projects, a few of those still on site with an entry so early that the visit is long."""
    days = iter(_LONG)
    return [
        _entered_early(project, next(days, 0)) if _is_on_site(project) else project for project in projects
    ]


def _is_on_site(project: DemoProject) -> bool:
    has_entered = project.actual[ENTRY] <= AS_OF < project.actual[EXIT]
    return has_entered and project.is_independent and not is_desk_only(project)


def _entered_early(project: DemoProject, days: int) -> DemoProject:
    if not days:
        return project
    planned, actual = list(project.planned), list(project.actual)
    ahead = working_day(AS_OF, 1 - days)
    for stage in range(ENTRY, -1, -1):
        actual[stage] = min(actual[stage], ahead)
        planned[stage] = min(planned[stage], ahead)
        ahead = working_day(ahead, -_SPARE)
    planned[EXIT] = min(planned[EXIT], working_day(actual[ENTRY], 44))
    return replace(project, planned=tuple(planned), actual=tuple(actual))
