"""政务信息系统 of the demonstration: five inventories, the tax support platform, audits in rotation.

What is planted stands in tests/demo_information_systems.toml.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, select

from data.demo.bulk import Row, insert_rows
from data.demo.days import AS_OF_DATE, MOMENT_TEXT, day
from data.demo.names import CITY_NAME, SOURCE
from data.demo.projects import PLAN_YEARS, DemoProject
from data.demo.system_lists import TAX_ITEMS, demo_system_names
from data.demo.units import SUCCESSOR_OFFICE, DemoUnit
from data.schema import (
    FacilityUse,
    Finding,
    InformationResource,
    InformationSystem,
    ItFacility,
    Project,
    ResourceFact,
    SystemAudit,
    SystemAuditUnit,
    SystemFinding,
    SystemMoney,
    SystemRotation,
    SystemSecurity,
    SystemUse,
)

_Named = tuple[str, str, str, str, str]  # of data/demo/system_lists.py

_RECORDED = MOMENT_TEXT[day(AS_OF_DATE)]
# Systems by their numbers, and what is wrong with them.
_IDLE = {16, 36, 57, 67, 69, 82, 103, 110}
_HARDLY_USED = {24, 34, 44, 47, 63, 84, 106}
_NOT_COUNTED = {113, 117}
_UNAPPROVED, _APPROVED_LATE = {62, 78, 95}, {53}
_BY_SEVERAL = {7, 42, 70}
_RETIRED = {38: "2024-06-30", 66: "2025-03-31"}
_BUILDING = {11: "2026-03-16", 61: "2026-05-20"}
_TAX_PLATFORM = 5
# Information resources whose updates stopped in spring, by their numbers.
_STALE = frozenset({6, 18, 31, 47, 60, 73, 88, 95, 102, 109, 118, 127})
_COUNTS = ("2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30")
_EXTRANET = 1
# (name, office, systems that run on it, investment in 元)
_PRIVATE = (
    ("公安信息网", "公安局", (72,), 48_000_000),
    ("卫生健康专网", "卫生健康委员会", (48, 49, 50), 12_600_000),
    ("民政业务专网", "民政局", (17, 19), 3_800_000),
    ("医保骨干专网", "医疗保障局", (59,), 9_400_000),
    ("司法行政专网", "司法局", (21,), 2_700_000),
    ("防汛专网", "水务局", (40,), 5_100_000),
    ("公路养护专网", "交通运输局", (39,), 4_300_000),
    ("耕地监测专网", "自然资源和规划局", (28,), 2_200_000),
)
# (name, kind, office, cores or GB, share used in percent, investment in 元)
_POOLS = (
    ("政务云计算资源池", "computing", None, 12_800, 71, 96_000_000),
    ("公安大数据计算集群", "computing", "公安局", 4_600, 64, 52_000_000),
    ("卫健数据中心服务器", "computing", "卫生健康委员会", 1_200, 38, 14_000_000),
    ("教育云服务器", "computing", "教育局", 960, 12, 9_800_000),
    ("财政数据中心服务器", "computing", "财政局", 640, 57, 7_600_000),
    ("政务云存储资源池", "storage", None, 3_200_000, 68, 41_000_000),
    ("视频监控存储", "storage", "公安局", 9_600_000, 83, 66_000_000),
    ("影像归档存储", "storage", "卫生健康委员会", 1_800_000, 46, 12_000_000),
    ("教育资源存储", "storage", "教育局", 900_000, 9, 5_200_000),
)
_LEVELS = {"website": "level_2", "office": "level_2", "finance": "level_3"}
_SHARED_KINDS = ("unconditional", "conditional", "unconditional", "conditional", "none")
_CYCLES = ("daily", "monthly", "monthly", "quarterly", "yearly", "as_needed")
_DAYS_OF = {"daily": 1, "monthly": 30, "quarterly": 91, "half_yearly": 182, "yearly": 365}
_FIRST_UPDATE = date(2025, 1, 6)
_TURNS = (2022, 2029)  # the first and the last year of the rotation calendar
_ROUND_YEARS = 4
_ABOUT_SYSTEMS = "10"  # the class of problems 信息系统
_SURVEYED = 9  # units that one survey goes into besides its own


def write_information_systems(
    connection: Connection, units: list[DemoUnit], projects: list[DemoProject]
) -> None:
    """Write the inventories, and which audits and findings are about them; after the findings."""
    ids = {unit.name: unit.unit_id for unit in units}
    known = demo_system_names()
    owners = [ids[unit] for unit, *__ in known]
    _write_facilities(connection, ids)
    _write_systems(connection, known, owners)
    _write_money(connection, known)
    _write_resources(connection, known, owners, ids)
    _write_audits(connection, sorted(set(owners)), owners, projects)


def _write_facilities(connection: Connection, ids: dict[str, int]) -> None:
    rows: list[Row] = []
    uses: list[Row] = []

    def add(name: str, kind: str, office: str | None, yuan: int, business: str) -> int:
        number = len(rows) + 1
        unit = SUCCESSOR_OFFICE if office is None else CITY_NAME + office
        since = f"{2016 + number % 5}-0{1 + number % 8}-01"
        covers = "市直部门、区县和街道" if office is None else "本条线"
        keeper = "示范数字运维有限公司（演示）"
        code = f"{'WL' if kind.endswith('network') or kind == 'internet' else 'SL'}-{number:02d}"
        said = (code, CITY_NAME + name, kind, ids.get(unit), covers, business, keeper, yuan * 100, since)
        rows.append((number, *said, SOURCE, _RECORDED))
        return number

    add("政务外网", "government_network", None, 38_000_000, "政务服务、协同办公、数据共享")
    for name, office, __, yuan in _PRIVATE:
        add(name, "private_network", office, yuan, f"{office}业务")
    add("政务互联网出口", "internet", None, 1_600_000, "门户网站、公众服务")
    for name, kind, owner, amount, percent, yuan in _POOLS:
        number = add(name, kind, owner, yuan, "信息系统运行")
        for place, counted in enumerate(_COUNTS):
            share = max(percent - 2 * (len(_COUNTS) - 1 - place), 3)
            uses.append((number, counted, amount, amount * share // 100, _RECORDED))
    columns: tuple[str, ...] = (
        *("it_facility_id", "facility_code", "name", "kind", "unit_id", "coverage", "business"),
        *("maintainer_name", "investment_fen", "since_date", "source", "recorded_at"),
    )
    insert_rows(connection, ItFacility, columns, rows)
    columns = ("it_facility_id", "fact_date", "capacity", "used", "recorded_at")
    insert_rows(connection, FacilityUse, columns, uses)


def _write_systems(connection: Connection, known: list[_Named], owners: list[int]) -> None:
    dice = random.Random("information systems")  # noqa: S311 - invented systems
    private = {number: 2 + place for place, entry in enumerate(_PRIVATE) for number in entry[2]}
    systems: list[Row] = []
    uses: list[Row] = []
    secured: list[Row] = []
    approver = CITY_NAME + "发展和改革委员会"
    for number, ((__, name, functions, kind, scope), owner) in enumerate(
        zip(known, owners, strict=True), start=1
    ):
        approved = date(2016, 2, 1) + timedelta(days=dice.randrange(2_300))
        online = approved + timedelta(days=dice.randint(180, 420))
        signed, accepted = approved + timedelta(days=60), online - timedelta(days=20)
        if number in _BUILDING:
            approved = date.fromisoformat(_BUILDING[number])
        approved_text = None if number in _UNAPPROVED else approved.isoformat()
        if number in _APPROVED_LATE:
            approved_text = (online + timedelta(days=75)).isoformat()
        approvers = f"{approver}、{SUCCESSOR_OFFICE}" if number in _BY_SEVERAL else approver
        is_there = number not in _BUILDING
        network = private.get(number, _EXTRANET)
        mode = ("government", "government", "government", "purchased", "joint")[dice.randrange(5)]
        document = f"示发改信〔{approved.year}〕{10 + number}号" if approved_text else None
        systems.append(
            (
                *(number, f"ZW-{number:03d}", name, kind, owner, functions, mode, scope),
                *(approvers if approved_text else None, document, approved_text),
                *((signed.isoformat(), accepted.isoformat()) if is_there else (None, None)),
                online.isoformat() if is_there else None,
                *(_RETIRED.get(number), network, "示范软件有限公司（演示）", "示范数字运维有限公司（演示）"),
                *(SOURCE, _RECORDED),
            )
        )
        if not is_there:
            continue
        uses += _uses(dice, number, scope)
        level = _LEVELS.get(kind, "level_3" if scope in {"public", "cross_unit"} else "level_2")
        is_new = dice.random() < 0.62
        assessed = f"2026-0{dice.randint(3, 9)}-15" if is_new else f"2024-0{dice.randint(3, 9)}-15"
        # Who is assessed again this year was so before, mostly.
        before = "2024-12-15" if is_new and number % 3 and number % 23 else "2023-06-15"
        is_outsourced = dice.random() < 0.72
        secured.append(
            (
                *(number, "2025-01-20", level if number % 17 else "ungraded"),
                *(before, int(is_outsourced), int(dice.random() < 0.8) if is_outsourced else None),
                *(int(dice.random() < 0.55), int(dice.random() < 0.4), int(dice.random() < 0.35)),
                *(int(number % 11 > 0), int(level == "level_3" and dice.random() < 0.5), None, _RECORDED),
            )
        )
        if number % 23:
            nothing = (None,) * 8
            secured.append((number, "2026-09-30", None, assessed, *nothing[:7], "2026-05-12", _RECORDED))
    columns: tuple[str, ...] = (
        *("information_system_id", "system_code", "name", "kind", "unit_id", "functions", "build_mode"),
        *("use_scope", "approving_units", "approval_document", "approved_date", "contract_date"),
        *("accepted_date", "online_date", "retired_date", "it_facility_id", "developer_name"),
        *("maintainer_name", "source", "recorded_at"),
    )
    insert_rows(connection, InformationSystem, columns, systems)
    columns = (
        *("information_system_id", "fact_date", "authorised_users", "monthly_active_users"),
        *("logins_90_days", "recorded_at"),
    )
    insert_rows(connection, SystemUse, columns, uses)
    columns = (
        *("information_system_id", "fact_date", "protection_level", "assessed_date", "is_outsourced"),
        *("has_secrecy_agreement", "has_domestic_hardware", "has_domestic_os", "has_domestic_database"),
        *("has_backup", "has_remote_backup", "drilled_date", "recorded_at"),
    )
    insert_rows(connection, SystemSecurity, columns, secured)


def _uses(dice: random.Random, number: int, scope: str) -> Iterator[Row]:
    if number in _NOT_COUNTED:
        return
    usual = {"public": 4_000, "cross_unit": 900, "trade": 420, "unit": 110}[scope]
    users = usual * dice.randint(60, 160) // 100
    share = dice.randint(28, 86)
    for place, counted in enumerate(_COUNTS):
        if number in _RETIRED and counted > _RETIRED[number]:
            return
        fading = len(_COUNTS) - 1 - place
        if number in _IDLE:
            # They were used once, and nobody came any more.
            active = users * max(fading - 3, 0) * 6 // 100
        elif number in _HARDLY_USED:
            active = users * (4 + 3 * fading) // 100
        else:
            active = users * (share + place) // 100
        yield number, counted, users, active, active * dice.randint(14, 40), _RECORDED


def _write_money(connection: Connection, known: list[_Named]) -> None:
    dice = random.Random("money of systems")  # noqa: S311 - invented amounts
    rows: list[Row] = []
    for number, (*__, kind, scope) in enumerate(known, start=1):
        size = {"public": 420, "cross_unit": 520, "trade": 260, "unit": 90}[scope] * dice.randint(50, 170)
        size = size * 10_000 // 100 * (2 if kind == "finance" else 1)
        source = ("fiscal", "fiscal", "special", "special", "superior", "own")[dice.randrange(6)]
        for year in PLAN_YEARS:
            is_building = number in _BUILDING
            if (is_building and year < 2026) or _RETIRED.get(number, "9999")[:4] < str(year):
                continue
            # Construction falls from year to year, operation grows.
            chance = 0.46 - 0.07 * (year - PLAN_YEARS[0])
            parts = {}
            if is_building or dice.random() < chance:
                parts["build"] = size * dice.randint(35, 100) // 100
            if not is_building:
                parts["maintenance"] = size * (11 + 2 * (year - PLAN_YEARS[0])) // 100
                parts["security"] = size * 3 // 100
            for purpose, yuan in parts.items():
                spent = dice.randint(52, 99) if purpose == "build" else dice.randint(84, 100)
                own = source if purpose == "build" else "fiscal"
                owned = (number, year, purpose, own)
                rows.append((*owned, f"{year}-01-31", yuan * 100, None, _RECORDED))
                if year < AS_OF_DATE.year:
                    rows.append((*owned, f"{year}-06-30", None, yuan * spent * 45 // 100, _RECORDED))
                    rows.append((*owned, f"{year}-12-31", None, yuan * spent, _RECORDED))
                else:
                    rows.append((*owned, f"{year}-10-31", None, yuan * spent * 78 // 100, _RECORDED))
    columns: tuple[str, ...] = (
        *("information_system_id", "year", "purpose", "fund_source", "fact_date", "budget_fen", "spent_fen"),
        "recorded_at",
    )
    insert_rows(connection, SystemMoney, columns, rows)


def _write_resources(
    connection: Connection, known: list[_Named], owners: list[int], ids: dict[str, int]
) -> None:
    dice = random.Random("information resources")  # noqa: S311 - invented resources
    resources: list[Row] = []
    facts: list[Row] = []
    stores = ("government_cloud", "government_cloud", "own_room", "hosted")
    for system, (entry, owner) in enumerate(zip(known, owners, strict=True), start=1):
        functions, kind = entry[2:4]
        if system in _RETIRED or system in _BUILDING or system == _TAX_PLATFORM:
            continue
        number = len(resources) + 1
        cycle = _CYCLES[dice.randrange(len(_CYCLES))] if number not in _STALE else "monthly"
        sharing = _SHARED_KINDS[dice.randrange(len(_SHARED_KINDS))]
        listed = f"{2019 + number % 5}-0{1 + number % 9}-10"
        content = f"{functions}业务的办理对象、事项、结果和日期"
        resources.append(
            (
                *(number, f"ZY-{number:03d}", f"{functions}信息", owner, system, content, "业务办理产生"),
                *("database" if kind != "website" else "text", stores[dice.randrange(len(stores))]),
                *("internal" if sharing != "none" else "sensitive", cycle, sharing, listed, 0),
                *(SOURCE, _RECORDED),
            )
        )
        facts += _updates(dice, number, cycle)
        if sharing != "none" and dice.random() < 0.68:
            facts.append((number, "shared", f"{2021 + number % 5}-05-20", None, None, None, _RECORDED))
    for place, (name, office, cycle, content) in enumerate(TAX_ITEMS):
        number = len(resources) + 1
        resources.append(
            (
                *(number, f"SS-{place + 1:02d}", name, ids[CITY_NAME + office], _TAX_PLATFORM, content),
                *("部门报送", "database", "government_cloud", "sensitive", cycle, "conditional"),
                *("2021-01-15", 1, SOURCE, _RECORDED),
            )
        )
        if place % 9 == 8:
            continue  # owed from the first day and never supplied
        facts.append((number, "shared", "2021-07-01", None, None, None, _RECORDED))
        facts += _updates(dice, number, cycle)
        for used in ("2025-04-15", "2025-10-15", "2026-04-15", "2026-10-15"):
            if dice.random() < 0.5:
                leads = dice.randint(3, 60)
                facts.append((number, "used", used, None, leads, leads * 4_700_000, _RECORDED))
    columns: tuple[str, ...] = (
        *("information_resource_id", "resource_code", "name", "unit_id", "information_system_id", "content"),
        *("origin", "resource_kind", "storage_place", "classification", "update_cycle", "sharing_kind"),
        *("listed_date", "is_tax_support", "source", "recorded_at"),
    )
    insert_rows(connection, InformationResource, columns, resources)
    columns = (
        *("information_resource_id", "kind", "fact_date", "row_count", "lead_count", "amount_fen"),
        "recorded_at",
    )
    insert_rows(connection, ResourceFact, columns, facts)


def _updates(dice: random.Random, number: int, cycle: str) -> Iterator[Row]:
    """Updates at the pace of the cycle; of daily ones the last fortnight is enough."""
    step = _DAYS_OF.get(cycle, 120)
    when = _FIRST_UPDATE if cycle != "daily" else AS_OF_DATE - timedelta(days=14)
    last = date(2026, 4, 10) if number in _STALE else AS_OF_DATE
    rows = dice.randint(400, 26_000)
    while when <= last:
        yield number, "updated", when.isoformat(), rows, None, None, _RECORDED
        when += timedelta(days=step)


def _write_audits(
    connection: Connection, audited: list[int], owners: list[int], projects: list[DemoProject]
) -> None:
    dice = random.Random("audits of systems")  # noqa: S311 - invented audits
    turns = _turns(audited)
    audits: list[Row] = []
    looked_at: list[tuple[int, int]] = []
    for project in projects:
        units = [unit.unit_id for unit in (project.unit, *project.further)]
        concerned = [unit for unit in units if unit in set(audited)]
        match project.project_type:
            case "information_system":
                # A survey goes into the units whose turn it is.
                due = [unit for unit in turns.get(project.plan_year, []) if unit not in concerned]
                concerned += dice.sample(due, min(_SURVEYED, len(due)))
                mode = "independent"
            case "budget_execution" | "economic_responsibility" if dice.random() < 0.7:
                mode = "combined"
            case "policy":
                mode = "comprehensive"
            case _:
                continue
        if concerned:
            audits.append((project.project_id, mode, "rotating" if dice.random() < 0.7 else "regular"))
            looked_at += [(project.project_id, unit) for unit in concerned]
    insert_rows(connection, SystemAudit, ("project_id", "audit_mode", "audit_rhythm"), audits)
    insert_rows(connection, SystemAuditUnit, ("project_id", "unit_id"), looked_at)
    rows = [(unit, year, "2022-01-10", SOURCE) for year, units in turns.items() for unit in units]
    insert_rows(connection, SystemRotation, ("unit_id", "year", "listed_date", "source"), rows)
    found = list(_findings(connection, dice, owners))  # PostgreSQL answers nothing while it copies
    insert_rows(connection, SystemFinding, ("information_system_id", "finding_id"), found)


def _turns(audited: list[int]) -> dict[int, list[int]]:
    """Whose turn it is in each year: every unit once in a round."""
    years: dict[int, list[int]] = {}
    for place, unit in enumerate(audited):
        for year in range(_TURNS[0] + place % _ROUND_YEARS, _TURNS[1] + 1, _ROUND_YEARS):
            years.setdefault(year, []).append(unit)
    return years


def _findings(connection: Connection, dice: random.Random, owners: list[int]) -> Iterator[tuple[int, int]]:
    """Findings of the class 信息系统 that audits of systems, budgets or officials made in their units."""
    systems: dict[int, list[int]] = {}
    for number, unit in enumerate(owners, start=1):
        systems.setdefault(unit, []).append(number)
    question = (
        select(Finding.finding_id, Finding.unit_id)
        .join(Project, Project.project_id == Finding.project_id)
        .where(Finding.problem_class_code.startswith(_ABOUT_SYSTEMS), Finding.unit_id.in_(systems))
        .where(
            Project.project_type.in_(("information_system", "budget_execution", "economic_responsibility"))
        )
        .order_by(Finding.finding_id)
    )
    for finding_id, unit in connection.execute(question):
        yield dice.choice(systems[unit]), finding_id
