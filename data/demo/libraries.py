"""The invented project libraries, what the plans took from them, and the draft plan of the next year."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data.demo.bulk import Row, insert_rows
from data.demo.coverage import KEY_OFFICES, section_of
from data.demo.days import AS_OF_DATE, DATE_TEXT, MOMENT_TEXT, day
from data.demo.names import CITY_CODE, SOURCE
from data.demo.project_titles import project_title
from data.demo.projects import PLAN_YEARS, DemoProject
from data.demo.units import DemoUnit
from data.schema import LibraryItem, Project

DRAFT_YEAR = AS_OF_DATE.year + 1
# Share of each plan that came from a library: the bureau began with one in eleven.
_FROM_LIBRARY = dict(zip(PLAN_YEARS, (0.09, 0.15, 0.22, 0.3, 0.38), strict=True))
_OPEN_ITEMS, _DROPPED_ITEMS = 56, 9
_DRAFTED_FROM_LIBRARY, _DRAFTED_BESIDES = 16, 9
_VISITED_TWICE = 3  # units that the draft plan would visit a second time
_REASONS = (
    "五年内未安排审计",
    "人大常委会审议意见要求关注",
    "上级审计机关统一部署",
    "上年审计发现问题较多，需跟踪",
    "数据分析发现疑点集中",
    "党委政府中心工作",
)
_TYPES = {
    "reserve": ("budget_execution", "special_fund", "livelihood", "state_enterprise"),
    "long_term": ("economic_responsibility", "natural_resources", "final_accounts", "investment"),
    "policy": ("policy",),
    "department_budget": ("budget_execution",),
}
_TRADES = {
    "budget_execution": ("office", "district_office", "body"),
    "special_fund": ("office", "institution", "district_office"),
    "livelihood": ("hospital", "school", "township"),
    "state_enterprise": ("company", "builder"),
    "economic_responsibility": ("office", "company", "township"),
    "natural_resources": ("township", "government"),
    "final_accounts": ("government",),
    "investment": ("builder", "works"),
    "policy": ("office",),
}


@dataclass(frozen=True)
class _Idea:
    library: str
    title: str
    project_type: str
    unit: DemoUnit
    year: int
    added: int
    dropped: int | None = None
    project_id: int | None = None
    promoted: int | None = None


def write_libraries(
    connection: Connection, units: list[DemoUnit], projects: list[DemoProject], first_id: int
) -> None:
    """Library items and the draft plan; the draft's projects are numbered from `first_id`."""
    dice = random.Random("libraries")  # noqa: S311 - invented ideas
    taken = [
        _taken_up(dice, project) for project in projects if dice.random() < _FROM_LIBRARY[project.plan_year]
    ]
    ideas = [_idea(dice, units, _added_lately(dice)) for _ in range(_OPEN_ITEMS)]
    dropped = [
        _idea(dice, units, day(date(2023, 3, 1)) + dice.randint(0, 500)) for _ in range(_DROPPED_ITEMS)
    ]
    drafts = _draft_plan(dice, units, first_id)
    insert_rows(
        connection,
        Project,
        (
            "project_id",
            "project_code",
            "name",
            "plan_year",
            "audited_year",
            "project_type",
            "section_code",
            "region_code",
            "unit_id",
            "is_independent",
            "is_desk_only",
            "is_draft",
            "is_stub",
            "source",
        ),
        [_draft_row(place, idea, first_id) for place, idea in enumerate(drafts)],
    )
    given_up = [_Idea(**vars(idea) | {"dropped": idea.added + 300}) for idea in dropped]
    from_library = drafts[:_DRAFTED_FROM_LIBRARY]
    _write_items(connection, sorted([*taken, *ideas, *given_up, *from_library], key=lambda idea: idea.added))


def _taken_up(dice: random.Random, project: DemoProject) -> _Idea:
    """The item that a project of a plan was, before the plan took it up in the December before."""
    promoted = day(date(project.plan_year - 1, 12, dice.randint(1, 20)))
    fitting = [library for library, types in _TYPES.items() if project.project_type in types]
    return _Idea(
        fitting[dice.randrange(len(fitting))] if fitting else "reserve",
        project.name,
        project.project_type,
        project.unit,
        project.plan_year,
        promoted - dice.randint(40, 600),
        project_id=project.project_id,
        promoted=promoted,
    )


def _idea(dice: random.Random, units: Sequence[DemoUnit], added: int, *, library: str = "") -> _Idea:
    library = library or dice.choices(list(_TYPES), (5, 4, 2, 3))[0]
    project_type = dice.choice(_TYPES[library])
    fitting = [unit for unit in units if unit.trade in _TRADES[project_type]]
    unit = fitting[dice.randrange(len(fitting))]
    year = DRAFT_YEAR + dice.choice((0, 0, 1, 2) if library == "long_term" else (0, 0, 0, 1))
    return _Idea(
        library, project_title(dice, project_type, year, unit, None), project_type, unit, year, added
    )


def _added_lately(dice: random.Random) -> int:
    return day(AS_OF_DATE) - dice.randint(5, 480)


def _draft_plan(dice: random.Random, units: list[DemoUnit], first_id: int) -> list[_Idea]:
    """First what comes from the libraries, then the rest; some units would be visited twice."""
    key = [
        unit
        for unit in units
        if unit.name in KEY_OFFICES or (unit.trade == "office" and unit.audit_class == "A")
    ]
    promoted = day(date(2026, 11, 10))
    drafts: list[_Idea] = []
    for place in range(_DRAFTED_FROM_LIBRARY + _DRAFTED_BESIDES):
        is_from_library = place < _DRAFTED_FROM_LIBRARY
        idea = _idea(dice, units, _added_lately(dice), library="" if is_from_library else "department_budget")
        unit, project_type = idea.unit, idea.project_type
        if not is_from_library:
            unit = key[place % len(key)]
        if place >= _DRAFTED_FROM_LIBRARY + _DRAFTED_BESIDES - _VISITED_TWICE:
            unit, project_type = drafts[-_VISITED_TWICE - 1].unit, "special_fund"
        drafts.append(
            _Idea(
                idea.library,
                project_title(dice, project_type, DRAFT_YEAR, unit, None),
                project_type,
                unit,
                DRAFT_YEAR,
                min(idea.added, promoted - 30),
                project_id=first_id + place,
                promoted=promoted,
            )
        )
    return drafts


def _draft_row(place: int, idea: _Idea, first_id: int) -> Row:
    return (
        first_id + place,
        f"{DRAFT_YEAR}-{place + 1:04d}",
        idea.title,
        DRAFT_YEAR,
        DRAFT_YEAR - 1,
        idea.project_type,
        section_of(idea.unit),
        idea.unit.region_code,
        idea.unit.unit_id,
        1,
        int(place == 0),
        1,
        0,
        SOURCE,
    )


def _write_items(connection: Connection, ideas: list[_Idea]) -> None:
    dice = random.Random("items")  # noqa: S311 - invented reasons
    prefix = {"reserve": "BX", "long_term": "ZC", "policy": "ZX", "department_budget": "BM"}
    insert_rows(
        connection,
        LibraryItem,
        (
            "library_item_id",
            "library",
            "item_code",
            "title",
            "project_type",
            "audit_object_id",
            "region_code",
            "section_code",
            "proposed_year",
            "reason",
            "added_date",
            "dropped_date",
            "project_id",
            "promoted_date",
            "is_stub",
            "source",
            "recorded_at",
        ),
        (
            (
                place,
                idea.library,
                f"{prefix[idea.library]}-{place:04d}",
                idea.title,
                idea.project_type,
                idea.unit.unit_id,
                idea.unit.region_code or CITY_CODE,
                section_of(idea.unit),
                idea.year,
                dice.choice(_REASONS),
                DATE_TEXT[idea.added],
                DATE_TEXT[idea.dropped] if idea.dropped else None,
                idea.project_id,
                DATE_TEXT[idea.promoted] if idea.promoted else None,
                0,
                SOURCE,
                MOMENT_TEXT[idea.added],
            )
            for place, idea in enumerate(ideas, start=1)
        ),
    )
