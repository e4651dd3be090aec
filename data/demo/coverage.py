"""The invented audit universe: what can be audited, what has to be, and what every project went on into.

The audits of the years before the first plan are kept as an archive: projects without a plan year, whose only
stage is the delivered report. They say when a unit was audited last before the plans began.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from data.demo.bulk import Row, insert_rows
from data.demo.coverage_lists import COMING_WORKS, FUNDS, POLICIES, SETTLEMENTS
from data.demo.days import DATE_TEXT, MOMENT_TEXT, as_date, day
from data.demo.names import CITY_CODE, CITY_NAME, SOURCE
from data.demo.projects import DemoProject
from data.demo.units import MERGED_OFFICE, SUCCESSOR_FROM_YEAR, SUCCESSOR_OFFICE, DemoUnit
from data.schema import AuditObject, ObjectDuty, Project, ProjectObject, ProjectStage

_RECORDED = MOMENT_TEXT[day(date(2022, 1, 4))]
# Besides the offices of class A: large spenders that are to be audited every year too.
KEY_OFFICES = frozenset(CITY_NAME + name for name in ("水务局", "生态环境局", "公安局", "工业和信息化局"))
# Which section looks after a unit: the first word found in its name decides, else its trade.
_SECTION_BY_WORD = (
    ("财政", "CZSJ"),
    ("国库", "CZSJ"),
    ("教育", "JKSJ"),
    ("科", "JKSJ"),
    ("文", "JKSJ"),
    ("体育", "JKSJ"),
    ("卫生", "JKSJ"),
    ("农", "NYSJ"),
    ("水", "NYSJ"),
    ("民政", "SBSJ"),
    ("社会", "SBSJ"),
    ("医疗保", "SBSJ"),
    ("人力资源", "SBSJ"),
    ("退役", "SBSJ"),
    ("残疾", "SBSJ"),
    ("自然资源", "ZHSJ"),
    ("生态", "ZHSJ"),
    ("林业", "ZHSJ"),
    ("建设", "TZSJ"),
    ("交通", "TZSJ"),
    ("城市管理", "TZSJ"),
    ("数据", "DSSJ"),
)
_SECTION_BY_TRADE = {
    "company": "QYSJ",
    "builder": "QYSJ",
    "lender": "JRSJ",
    "school": "JKSJ",
    "hospital": "JKSJ",
    "government": "CZSJ",
    "township": "CZSJ",
    "works": "TZSJ",
}
_ARCHIVE_SHARE = {"A": 0.7, "B": 0.4, "C": 0.22, "D": 0.08}
_ARCHIVE_TYPES = {"state_enterprise": "state_enterprise", "government": "final_accounts"}


@dataclass(frozen=True)
class DemoObject:
    """An object of the universe that is no unit."""

    object_id: int
    kind: str
    name: str
    region_code: str
    section_code: str


def write_coverage(connection: Connection, units: list[DemoUnit], projects: list[DemoProject]) -> int:
    """The universe, its duties, what the projects audit besides their own units, and the archive.

    Returns the first number that no project has.
    """
    others = demo_objects(units, projects)
    insert_rows(
        connection,
        AuditObject,
        (
            "audit_object_id",
            "object_code",
            "kind",
            "name",
            "unit_id",
            "audit_class",
            "region_code",
            "section_code",
            "valid_from_date",
            "valid_to_date",
            "source",
            "recorded_at",
        ),
        [*(_organisation(unit) for unit in units), *(_other(entry) for entry in others)],
    )
    insert_rows(
        connection,
        ObjectDuty,
        ("audit_object_id", "coverage_rule_code", "valid_from_date", "valid_to_date"),
        _duties(units),
    )
    insert_rows(
        connection, ProjectObject, ("project_id", "audit_object_id"), _further_objects(projects, others)
    )
    return _write_archive(connection, units, len(projects) + 1)


def demo_objects(units: list[DemoUnit], projects: list[DemoProject]) -> list[DemoObject]:
    """Policies, funds and works; their ids follow those of the units."""
    named: list[tuple[str, str, str, str]] = []
    named += [("policy", name, CITY_CODE, "XZSJ") for name in POLICIES]
    named += [("fund", name, CITY_CODE, "SBSJ" if "救助" in name else "CZSJ") for name in FUNDS]
    works = dict.fromkeys(
        (_works(project), project.unit.region_code) for project in projects if _works(project)
    )
    named += [("works", name, region, "TZSJ") for name, region in list(works)[:48]]
    named += [("works", CITY_NAME + name, CITY_CODE, "TZSJ") for name in COMING_WORKS]
    return [DemoObject(len(units) + place, *entry) for place, entry in enumerate(named, start=1)]


def section_of(unit: DemoUnit) -> str:
    """归口科室: the section that looks after a unit."""
    if unit.trade in _SECTION_BY_TRADE:
        return _SECTION_BY_TRADE[unit.trade]
    return next((section for word, section in _SECTION_BY_WORD if word in unit.name), "XZSJ")


def rules_of(unit: DemoUnit) -> list[str]:
    """The coverage rules that a unit falls under."""
    rules = []
    if unit.kind in ("department", "body"):
        rules.append("first_level_budget")
        if unit.trade == "office" and (unit.audit_class == "A" or unit.name in KEY_OFFICES):
            rules.append("key_department")
    elif unit.kind == "state_enterprise":
        rules.append("state_enterprise")
    elif unit.trade == "government":
        rules.append("district_accounts")
    return rules


def _organisation(unit: DemoUnit) -> Row:
    first, last = _valid(unit)
    return (
        unit.unit_id,
        f"ZZ-{unit.unit_id:05d}",
        "organisation",
        unit.name,
        unit.unit_id,
        unit.audit_class,
        unit.region_code,
        section_of(unit),
        first,
        last,
        SOURCE,
        _RECORDED,
    )


def _valid(unit: DemoUnit) -> tuple[str | None, str | None]:
    if unit.name == MERGED_OFFICE:
        return None, f"{SUCCESSOR_FROM_YEAR - 1}-12-31"
    if unit.name == SUCCESSOR_OFFICE:
        return f"{SUCCESSOR_FROM_YEAR}-01-01", None
    if unit.name.endswith("大数据运营有限公司"):
        return "2025-03-18", None
    return None, None


def _other(entry: DemoObject) -> Row:
    prefix = {"policy": "ZC", "fund": "ZJ", "works": "GC"}[entry.kind]
    return (
        entry.object_id,
        f"{prefix}-{entry.object_id:05d}",
        entry.kind,
        entry.name,
        None,
        None,
        entry.region_code,
        entry.section_code,
        None,
        None,
        SOURCE,
        _RECORDED,
    )


def _duties(units: list[DemoUnit]) -> Iterator[Row]:
    for unit in units:
        first, last = _valid(unit)
        for rule in rules_of(unit):
            # The bureau took up the yearly audit of its key departments with its plan of 2021–2025.
            since = first or ("2021-01-01" if rule == "key_department" else None)
            yield unit.unit_id, rule, since, last


def _works(project: DemoProject) -> str:
    if project.project_type != "investment":
        return ""
    return next(
        (project.name.removesuffix(ending) for ending in SETTLEMENTS if project.name.endswith(ending)), ""
    )


def _further_objects(projects: list[DemoProject], others: list[DemoObject]) -> Iterator[Row]:
    works = {entry.name: entry.object_id for entry in others if entry.kind == "works"}
    subjects = [entry for entry in others if entry.kind in ("policy", "fund")]
    for project in projects:
        found = [unit.unit_id for unit in project.further]
        found += [entry.object_id for entry in subjects if entry.name in project.name]
        if works_id := works.get(_works(project)):
            found.append(works_id)
        yield from ((project.project_id, object_id) for object_id in dict.fromkeys(found))


def _write_archive(connection: Connection, units: list[DemoUnit], first_id: int) -> int:
    dice = random.Random("archive")  # noqa: S311 - invented audits
    archive: list[tuple[int, DemoUnit, int]] = []
    for unit in units:
        if unit.name != SUCCESSOR_OFFICE and dice.random() < _ARCHIVE_SHARE[unit.audit_class]:
            delivered = day(date(dice.randint(2017, 2021), dice.randint(3, 12), dice.randint(1, 28)))
            archive.append((first_id + len(archive), unit, delivered))
    insert_rows(
        connection,
        Project,
        (
            "project_id",
            "project_code",
            "name",
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
        (
            (
                project_id,
                f"GD-{project_id:05d}",
                f"{unit.name}审计（归档项目）",
                as_date(delivered).year - 1,
                _ARCHIVE_TYPES.get(unit.trade, _ARCHIVE_TYPES.get(unit.kind, "budget_execution")),
                section_of(unit),
                unit.region_code,
                unit.unit_id,
                1,
                0,
                0,
                0,
                SOURCE,
            )
            for project_id, unit, delivered in archive
        ),
    )
    insert_rows(
        connection,
        ProjectStage,
        ("project_id", "stage", "actual_date", "recorded_at"),
        (
            (project_id, "delivery", DATE_TEXT[delivered], MOMENT_TEXT[delivered])
            for project_id, _, delivered in archive
        ),
    )
    return first_id + len(archive)
