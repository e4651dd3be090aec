"""Small government information systems by hand: use, security, money, resources, networks, audits."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, insert

from data.engine import now
from data.schema import (
    FacilityUse,
    InformationResource,
    InformationSystem,
    ItFacility,
    ResourceFact,
    SystemAudit,
    SystemAuditUnit,
    SystemFinding,
    SystemMoney,
    SystemRotation,
    SystemSecurity,
    SystemUse,
)

_YUAN = 100


def add_system(connection: Connection, number: int, **values: Any) -> None:
    """System `number` of unit 1, approved and online since 2020 unless told else."""
    told = {
        "information_system_id": number,
        "system_code": f"XT-{number}",
        "name": f"系统{number}",
        "kind": "business",
        "unit_id": 1,
        "functions": f"功能{number}",
        "approving_units": "发改局",
        "approved_date": date(2020, 1, 1),
        "online_date": date(2020, 6, 1),
        "recorded_at": now(),
    }
    connection.execute(insert(InformationSystem).values(**(told | values)))


def add_use(  # noqa: PLR0917 - the system, and its three counts
    connection: Connection, number: int, day: date, users: int, active: int, logins: int
) -> None:
    """What was counted of a system on a day."""
    connection.execute(
        insert(SystemUse).values(
            information_system_id=number,
            fact_date=day,
            authorised_users=users,
            monthly_active_users=active,
            logins_90_days=logins,
            recorded_at=now(),
        )
    )


def add_security(connection: Connection, number: int, day: date, **values: Any) -> None:
    """How secure a system was on a day."""
    connection.execute(
        insert(SystemSecurity).values(
            information_system_id=number, fact_date=day, recorded_at=now(), **values
        )
    )


def add_money(  # noqa: PLR0917 - the system, whose money it is, and how much
    connection: Connection, number: int, year: int, purpose: str, day: date, budget: int, spent: int | None
) -> None:
    """Budget and spending of one year and purpose in yuan, as known on a day."""
    connection.execute(
        insert(SystemMoney).values(
            information_system_id=number,
            year=year,
            purpose=purpose,
            fund_source="fiscal",
            fact_date=day,
            budget_fen=budget * _YUAN,
            spent_fen=None if spent is None else spent * _YUAN,
            recorded_at=now(),
        )
    )


def add_resource(connection: Connection, number: int, **values: Any) -> None:
    """Resource `number` of unit 1, listed on 1 January 2024, updated every month and shared by all."""
    told = {
        "information_resource_id": number,
        "resource_code": f"ZY-{number}",
        "name": f"资源{number}",
        "unit_id": 1,
        "update_cycle": "monthly",
        "sharing_kind": "unconditional",
        "listed_date": date(2024, 1, 1),
        "recorded_at": now(),
    }
    connection.execute(insert(InformationResource).values(**(told | values)))


def add_resource_fact(connection: Connection, number: int, kind: str, day: date, **values: Any) -> None:
    """One dated fact of a resource."""
    connection.execute(
        insert(ResourceFact).values(
            information_resource_id=number, kind=kind, fact_date=day, recorded_at=now(), **values
        )
    )


def add_facility(connection: Connection, number: int, kind: str, **values: Any) -> None:
    """Facility `number` of unit 1, in use since 2020."""
    told = {
        "it_facility_id": number,
        "facility_code": f"WL-{number}",
        "name": f"网络{number}",
        "kind": kind,
        "unit_id": 1,
        "since_date": date(2020, 1, 1),
        "recorded_at": now(),
    }
    connection.execute(insert(ItFacility).values(**(told | values)))


def add_facility_use(connection: Connection, number: int, day: date, capacity: int, used: int) -> None:
    """How full a facility was on a day."""
    connection.execute(
        insert(FacilityUse).values(
            it_facility_id=number, fact_date=day, capacity=capacity, used=used, recorded_at=now()
        )
    )


def add_system_audit(connection: Connection, project: int, mode: str, *units: int) -> None:
    """A project that looks at the systems of these units."""
    connection.execute(
        insert(SystemAudit).values(project_id=project, audit_mode=mode, audit_rhythm="rotating")
    )
    for unit in units:
        connection.execute(insert(SystemAuditUnit).values(project_id=project, unit_id=unit))


def add_turn(connection: Connection, unit: int, year: int, **values: Any) -> None:
    """A turn of the rotation calendar."""
    connection.execute(insert(SystemRotation).values(unit_id=unit, year=year, **values))


def add_varied_systems(connection: Connection) -> None:
    """Systems, resources, networks that differ in whatever a KPI looks at, something empty everywhere."""
    day = date(2025, 5, 31)
    add_facility(connection, 1, "government_network", investment_fen=10**8)
    add_facility(connection, 2, "private_network", unit_id=2)
    add_facility(connection, 3, "computing", investment_fen=10**7)
    add_facility(connection, 4, "storage", unit_id=2)
    add_facility_use(connection, 3, day, 400, 120)
    add_facility_use(connection, 4, day, 9000, 5000)
    for number in range(1, 13):
        add_system(
            connection,
            number,
            unit_id=1 + number % 2,
            kind=("business", "office", None)[number % 3],
            functions=("协同办公", "档案管理", None)[number % 3],
            build_mode=("government", None)[number % 2],
            use_scope=("unit", "public", None)[number % 3],
            approving_units=("发改局、工信局", "发改局", None)[number % 3],
            approved_date=(date(2020, 1, 1), None, date(2021, 1, 1))[number % 3],
            retired_date=date(2024, 1, 1) if number == 12 else None,
            it_facility_id=(1, 2, None)[number % 3],
        )
        if number % 4:
            add_use(connection, number, day, 100, number % 5 * 5, (0, 50)[number % 2])
            add_security(
                connection,
                number,
                day,
                protection_level=("level_2", "level_3", "ungraded")[number % 3],
                assessed_date=(date(2024, 1, 1), None)[number % 2],
                is_outsourced=(True, False, None)[number % 3],
                has_secrecy_agreement=(True, False)[number % 2],
                has_domestic_hardware=(True, False)[number % 2],
                has_domestic_os=True,
                has_domestic_database=True,
                has_backup=(True, False)[number % 2],
                has_remote_backup=False,
            )
        for place, purpose in enumerate(("build", "maintenance", "security")):
            if (number + place) % 3:
                spent = 80 * number if number % 5 else None
                add_money(connection, number, 2023 + number % 3, purpose, day, 100 * number, spent)
        add_resource(
            connection,
            number,
            unit_id=1 + number % 2,
            information_system_id=number if number % 2 else None,
            update_cycle=("monthly", "yearly", "as_needed", None)[number % 4],
            sharing_kind=("unconditional", "conditional", "none", None)[number % 4],
            resource_kind=("database", None)[number % 2],
            storage_place=("government_cloud", None)[number % 2],
            classification=("internal", None)[number % 2],
            is_tax_support=number % 2 == 0,
        )
        if number % 3:
            add_resource_fact(connection, number, "updated", date(2025, 3, number), row_count=1000)
            add_resource_fact(connection, number, "shared", date(2024, 3, number))
        if number % 4 == 0:
            add_resource_fact(connection, number, "used", date(2025, 4, 1), lead_count=5, amount_fen=10**6)
    add_system_audit(connection, 1, "independent", 1, 2)
    add_system_audit(connection, 2, "combined", 2)
    for unit, year in ((1, 2023), (2, 2023), (2, 2024), (1, 2025), (2, 2026)):
        add_turn(connection, unit, year, listed_date=date(2023, 1, 1))
    for finding in (1, 2, 3):
        connection.execute(
            insert(SystemFinding).values(information_system_id=finding, finding_id=2 * finding)
        )
