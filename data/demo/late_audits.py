"""A few audits of officials behind their plan on the last day: not started, or long in the writing."""

from dataclasses import replace

from data.demo.days import AS_OF
from data.demo.projects import ENTRY, DemoProject
from data.demo.visits import working_day

_HOPEFUL = 32  # working days by which their plan is ahead of what happens
_BEHIND = 2  # projects that are on site and behind
_STARTED_LATER = 12  # working days by which the last entry is put off


def with_late_audits(projects: list[DemoProject]) -> list[DemoProject]:
    """The projects, three of those that are running with other days."""
    running = [project for project in projects if project.posts and not project.is_delivered]
    running.sort(key=lambda project: project.actual[ENTRY])
    changed = [_planned_earlier(project) for project in running[:_BEHIND]]
    changed += [_planned_earlier(_put_off(project)) for project in running[_BEHIND:][-1:]]
    by_id = {project.project_id: project for project in changed}
    return [by_id.get(project.project_id, project) for project in projects]


def _planned_earlier(project: DemoProject) -> DemoProject:
    return replace(project, planned=tuple(working_day(day, -_HOPEFUL) for day in project.planned))


def _put_off(project: DemoProject) -> DemoProject:
    if project.actual[ENTRY] > AS_OF:
        return project
    later = (working_day(day, _STARTED_LATER) for day in project.actual[ENTRY:])
    return replace(project, actual=(*project.actual[:ENTRY], *later))
