"""Make small audit universes by hand: objects, duties, audits and library items."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from data.engine import now
from data.reference_data import coverage_rules
from data.schema import (
    AuditObject,
    CoverageRule,
    LibraryItem,
    ObjectDuty,
    Official,
    Post,
    PostAudit,
    Project,
    ProjectObject,
    ProjectStage,
    Unit,
)


def add_rules(connection: Connection) -> None:
    """The standard rules."""
    connection.execute(insert(CoverageRule), [vars(entry) for entry in coverage_rules()])


def add_unit(connection: Connection, number: int, **values: Any) -> int:
    """One unit in the first district and its object, both of that number, looked after by section S1."""
    unit = {
        "unit_id": number,
        "name": f"单位{number}",
        "region_code": "990101",
        "kind": "department",
    } | values
    connection.execute(insert(Unit).values(unit))
    add_object(connection, number, unit_id=number, name=unit["name"])
    return number


def add_object(connection: Connection, number: int, **values: Any) -> int:
    """One object of the universe."""
    row = {"audit_object_id": number, "kind": "organisation", "name": f"对象{number}", "section_code": "S1"}
    connection.execute(insert(AuditObject).values(row | {"recorded_at": now()} | values))
    return number


def add_duty(connection: Connection, number: int, rule: str = "first_level_budget", **validity: date) -> None:
    """An object falls under a rule."""
    row = {"audit_object_id": number, "coverage_rule_code": rule}
    connection.execute(insert(ObjectDuty).values(row | validity))


def add_audit(connection: Connection, unit: int, delivered: date | None, *further: int, **values: Any) -> int:
    """One audit of a unit, and of further objects, with the day its report was delivered; returns its id."""
    number = 900 + len(connection.execute(select(Project.project_id)).all())
    year = delivered.year if delivered else 2025
    row = {"project_id": number, "project_code": f"C{number}", "name": f"审计{number}", "plan_year": year}
    row |= {"project_type": "budget_execution", "section_code": "S1", "unit_id": unit}
    connection.execute(insert(Project).values(row | values))
    connection.execute(
        insert(ProjectStage).values(
            project_id=number,
            stage="delivery",
            planned_date=date(year, 12, 1),
            actual_date=delivered,
            recorded_at=now(),
        )
    )
    for audit_object in further:
        connection.execute(insert(ProjectObject).values(project_id=number, audit_object_id=audit_object))
    return number


def add_post(connection: Connection, unit: int, *audits: date | None, **values: Any) -> int:
    """One post with a duty for natural resource assets, and audits of it delivered on those days."""
    official = connection.execute(insert(Official).values(name="某人")).inserted_primary_key[0]
    row = {"official_id": official, "unit_id": unit, "title": "镇长", "has_resource_duty": True}
    post = connection.execute(insert(Post).values(row | values)).inserted_primary_key[0]
    for delivered in audits:
        project = add_audit(connection, unit, delivered, project_type="natural_resources")
        connection.execute(
            insert(PostAudit).values(
                project_id=project, post_id=post, occasion="in_office", recorded_at=now()
            )
        )
    return int(post)


def add_item(connection: Connection, **values: Any) -> int:
    """One item of the reserve library; returns its id."""
    number = len(connection.execute(select(LibraryItem.library_item_id)).all()) + 1
    row = {
        "library_item_id": number,
        "library": "reserve",
        "item_code": f"BX-{number}",
        "title": f"拟立项目{number}",
    }
    row |= {"project_type": "budget_execution", "section_code": "S1", "added_date": date(2024, 3, 1)}
    connection.execute(insert(LibraryItem).values(row | {"recorded_at": now()} | values))
    return number


def add_a_varied_universe(connection: Connection) -> None:
    """Objects of every kind and state for the two units of the house: each figure has rows on 2025-06-30."""
    add_rules(connection)
    for number in (1, 2):
        add_object(connection, 600 + number, unit_id=number, name=f"单位{number}", section_code=f"S{number}")
        add_duty(connection, 600 + number)
        add_duty(connection, 600 + number, "key_department")
    classes = ("A", "B", "C", "D", None, "A", "B", "C")
    last = (
        date(2025, 2, 3),
        date(2024, 6, 1),
        date(2021, 9, 1),
        date(2021, 5, 6),
        date(2019, 3, 4),
        None,
        None,
        None,
    )
    for number, (audit_class, delivered) in enumerate(zip(classes, last, strict=True), start=611):
        region = "990102" if number % 2 else "990101"
        add_unit(connection, number, audit_class=audit_class, region_code=region)
        add_duty(connection, number, "state_enterprise" if number % 3 else "first_level_budget")
        if delivered:
            add_audit(connection, number, delivered, region_code=region)
    add_duty(connection, 611, "district_accounts")
    add_duty(connection, 612, "district_accounts")
    add_audit(connection, 617, None, plan_year=2025)
    fund = add_object(connection, 640, kind="fund", name="专项资金", region_code="990101", section_code=None)
    add_audit(connection, 611, date(2025, 3, 3), fund, plan_year=2025, project_type="policy")
    add_audit(connection, 611, date(2025, 5, 5), 612, plan_year=2025)
    drafted = add_audit(connection, 613, None, plan_year=2026, is_draft=True)
    add_audit(connection, 613, None, plan_year=2026, is_draft=True)
    add_item(connection, audit_object_id=612, proposed_year=2026, library="policy", section_code="S2")
    add_item(connection, audit_object_id=fund, section_code=None, project_type=None)
    add_item(connection, audit_object_id=613, project_id=drafted, promoted_date=date(2025, 6, 2))
    add_item(connection, dropped_date=date(2025, 1, 1), library="long_term")
    planned = add_audit(connection, 618, None, plan_year=2025)
    add_item(connection, project_id=planned, promoted_date=date(2024, 12, 2), audit_object_id=618)
