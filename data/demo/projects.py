"""Audit projects of the five plan years: who is audited, by whom, with which dates.

Work has a rhythm: reports cluster before the summer's work report and at the end of the year. What lies
behind the as-of day has not happened: those projects are still running.
"""

import random
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.demo.audited_posts import AuditedPosts
from data.demo.days import AS_OF, Days, as_date, day, on_working_day
from data.demo.names import SECTIONS, person
from data.demo.officials import DemoOfficial, DemoPost
from data.demo.picking import Picker
from data.demo.project_titles import project_title
from data.demo.units import BUILDER, LAND_RESERVE, DemoUnit

PLAN_YEARS = (2022, 2023, 2024, 2025, 2026)
LAND_YEAR = 2024
PROJECTS_PER_FINDING = 0.06
_YEAR_SHARES = (0.183, 0.197, 0.203, 0.213, 0.204)
_TYPE_SHARES = {
    "budget_execution": 0.16,
    "economic_responsibility": 0.21,
    "investment": 0.11,
    "special_fund": 0.12,
    "livelihood": 0.11,
    "state_enterprise": 0.08,
    "final_accounts": 0.05,
    "policy": 0.05,
    "natural_resources": 0.06,
    "environment": 0.025,
    "information_system": 0.015,
    "finance": 0.01,
}
# Share of reports delivered by month, from March of the plan year to January after it.
_MONTHS = ((3, 1), (4, 5), (5, 13), (6, 17), (7, 13), (8, 5), (9, 6), (10, 12), (11, 13), (12, 13), (13, 2))
# Of the last year's plan more is still in hand: audits that will be delivered in the first months after it.
_LAST_MONTHS = (
    (4, 4),
    (5, 11),
    (6, 15),
    (7, 11),
    (8, 4),
    (9, 5),
    (10, 10),
    (11, 10),
    (12, 13),
    (13, 8),
    (14, 7),
    (15, 2),
)
STAGES = (
    "approval",
    "scheme",
    "notice",
    "entry",
    "exit",
    "consultation",
    "review",
    "adjudication",
    "meeting",
    "delivery",
    "rectification",
    "archive",
)
NOTICE, ENTRY, EXIT, DELIVERY = (STAGES.index(name) for name in ("notice", "entry", "exit", "delivery"))
STAFF_PER_SECTION = 9
_FIRST_AUDITOR = 600  # numbers of invented persons: auditors are not also officials


@dataclass(frozen=True)
class DemoProject:
    """One project; `planned` and `actual` hold a day for each of STAGES, also beyond the as-of day."""

    project_id: int
    code: str
    name: str
    plan_year: int
    project_type: str
    section: int  # index into SECTIONS
    unit: DemoUnit
    further: tuple[DemoUnit, ...]  # other units that the same audit goes into
    posts: tuple[DemoPost, ...]  # whose holders it audits
    business_lead: str
    data_lead: str | None
    is_independent: bool
    planned: tuple[int, ...]
    actual: tuple[int, ...]

    @property
    def official_id(self) -> int | None:
        """Whose economic responsibility is audited, in the first place."""
        is_economic = self.project_type == "economic_responsibility"
        return self.posts[0].official_id if is_economic and self.posts else None

    @property
    def delivered(self) -> int:
        """Day the report was or will be delivered."""
        return self.actual[DELIVERY]

    @property
    def is_delivered(self) -> bool:
        """Whether that day has come."""
        return self.delivered <= AS_OF


def auditor(section: int, number: int) -> str:
    """The invented auditor of that number in a section."""
    return person(_FIRST_AUDITOR + section * STAFF_PER_SECTION + number % STAFF_PER_SECTION)


def demo_projects(
    count: int, units: list[DemoUnit], officials: list[DemoOfficial], posts: list[DemoPost]
) -> list[DemoProject]:
    """About `count` projects over the plan years, in the order of their codes."""
    dice = random.Random("projects")  # noqa: S311 - invented projects
    audited = AuditedPosts(posts)
    drafts = []
    picked = Picker(dice, units)
    for year, share in zip(PLAN_YEARS, _YEAR_SHARES, strict=True):
        accountable = {
            "economic_responsibility": audited.in_need(year),
            "natural_resources": audited.answering_for_resources(year),
        }
        picked.start_year(year, PLAN_YEARS[0], accountable)
        for number in range(max(2, round(count * share))):
            project_type, unit, month = _subject(dice, units, picked, year, number)
            further = picked.further(project_type, unit)
            drafts.append((year, number + 1, project_type, unit, further, month))
    planned, actual = _stage_days([(draft[0], draft[-1]) for draft in drafts])
    projects = []
    shared: set[int] = set()
    for index, (year, number, kind, unit, further, _month) in enumerate(drafts):
        # The first policy of a year is one that several cities carry out together.
        project_type = "regional_coordination" if kind == "policy" and year not in shared else kind
        if project_type != kind:
            shared.add(year)
        of_project = _posts(audited, project_type, unit, as_date(actual[index, ENTRY]))
        holder = _holder(officials, of_project) if project_type == "economic_responsibility" else None
        section = _section(dice, project_type)
        has_data_lead = dice.random() < 0.3 + 0.13 * (year - PLAN_YEARS[0])
        projects.append(
            DemoProject(
                index + 1,
                f"{year}-{number:04d}",
                project_title(dice, project_type, year, unit, holder),
                year,
                project_type,
                section,
                unit,
                further,
                of_project,
                auditor(section, dice.randrange(STAFF_PER_SECTION)),
                auditor(len(SECTIONS) - 1, dice.randrange(STAFF_PER_SECTION)) if has_data_lead else None,
                dice.random() < 0.85,
                tuple(planned[index].tolist()),
                tuple(actual[index].tolist()),
            )
        )
    return projects


def _subject(
    dice: random.Random, units: list[DemoUnit], picked: Picker, year: int, number: int
) -> tuple[str, DemoUnit, int]:
    """Type, unit and month of delivery; the first projects of a year are those that the stories need."""
    fixed = [("state_enterprise", BUILDER), ("budget_execution", units[0].name)]
    if year == LAND_YEAR:
        fixed.insert(1, ("special_fund", LAND_RESERVE))
    if number < len(fixed):
        kind, name = fixed[number]
        return kind, picked.reserve(next(unit for unit in units if unit.name == name)), 6
    kind = dice.choices(list(_TYPE_SHARES), list(_TYPE_SHARES.values()))[0]
    months = _LAST_MONTHS if year == PLAN_YEARS[-1] else _MONTHS
    month = dice.choices([month for month, _ in months], [share for _, share in months])[0]
    return kind, picked.take(kind), month


def _posts(audited: AuditedPosts, project_type: str, unit: DemoUnit, entry: date) -> tuple[DemoPost, ...]:
    match project_type:
        case "economic_responsibility":
            return audited.economic(unit.unit_id, entry)
        case "natural_resources":
            return audited.resources(unit.unit_id, entry)
    return ()


def _holder(officials: list[DemoOfficial], posts: tuple[DemoPost, ...]) -> tuple[str, str] | None:
    """Names of the officials and their titles, as the name of a project has them."""
    if not posts:
        return None
    names = "、".join(officials[post.official_id - 1].name for post in posts)
    return names, "、".join(post.title for post in posts)


def _section(dice: random.Random, project_type: str) -> int:
    fitting = [index for index, section in enumerate(SECTIONS) if project_type in section.project_types]
    return fitting[dice.randrange(len(fitting))]


def _stage_days(deliveries: list[tuple[int, int]]) -> tuple[Days, Days]:
    """Planned and actual day of each stage of each project, from (plan year, month of delivery)."""
    dice = np.random.default_rng([1, 2])
    count = len(deliveries)
    first_of_month = np.array(
        [day(date(year + month // 13, (month - 1) % 12 + 1, 1)) for year, month in deliveries]
    )
    january = np.array([day(date(year, 1, 1)) for year, _ in deliveries])

    def gap(low: int, high: int) -> Days:
        return dice.integers(low, high + 1, count)

    delivery = on_working_day(first_of_month + gap(0, 27))
    meeting = on_working_day(delivery - gap(6, 14))
    adjudication = on_working_day(meeting - gap(4, 10))
    review = on_working_day(adjudication - gap(4, 12))
    consultation = on_working_day(review - gap(12, 24))
    leaving = on_working_day(consultation - gap(9, 20))
    on_site = np.clip(dice.normal(37, 9, count), 12, 66) * 7 / 5  # working days, as calendar days
    entry = on_working_day(leaving - on_site.astype(np.int64))
    notice = on_working_day(entry - gap(4, 9))
    scheme = on_working_day(notice - gap(5, 14))
    approval = on_working_day(np.minimum(january + gap(-14, 18), scheme - gap(5, 9)))
    rectification = on_working_day(delivery + gap(50, 100))
    archive = on_working_day(delivery + gap(25, 85))
    actual = np.stack(
        [
            approval,
            scheme,
            notice,
            entry,
            leaving,
            consultation,
            review,
            adjudication,
            meeting,
            delivery,
            rectification,
            archive,
        ],
        axis=1,
    )
    # Delay grows along the project; some are ahead of plan.
    delay = np.clip(dice.gamma(1.6, 9, count) - 5, -6, 80)[:, None] * np.linspace(0, 1, len(STAGES))
    planned = on_working_day(actual - delay.astype(np.int64))
    # Plans leave room for the filing.
    planned[:, -1] = on_working_day(planned[:, -1] + 10)
    return planned, actual
