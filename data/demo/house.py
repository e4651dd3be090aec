"""Writes who audits and who is audited: places, units, officials and posts, projects and documents."""

from sqlalchemy import Connection

from data.demo.bulk import insert_rows
from data.demo.days import AS_OF, DATE_TEXT, FIRST_DAY, MOMENT_TEXT
from data.demo.identifiers import credit_code, identity_number
from data.demo.names import CITY_CODE, CITY_NAME, DISTRICTS, SECTIONS, SOURCE
from data.demo.officials import DemoOfficial, DemoPost
from data.demo.projects import STAGES, DemoProject
from data.demo.reports import DemoReports
from data.demo.sectors import demo_sector
from data.demo.units import DemoUnit
from data.demo.visits import digital_step, is_desk_only
from data.schema import Official, Post, Project, ProjectStage, Region, Report, Section, Unit


def write_places(connection: Connection) -> None:
    """Regions and sections."""
    city = (CITY_CODE, CITY_NAME, None, "city", FIRST_DAY.isoformat(), 0)
    districts = [
        (code, name, CITY_CODE, "district", FIRST_DAY.isoformat(), order)
        for order, (code, name) in enumerate(DISTRICTS, start=1)
    ]
    columns = ("region_code", "name", "parent_code", "level", "valid_from_date", "sort_order")
    insert_rows(connection, Region, columns, [city, *districts])
    insert_rows(
        connection,
        Section,
        ("section_code", "name", "sort_order", "is_stub"),
        [(section.code, section.name, order, 0) for order, section in enumerate(SECTIONS, start=1)],
    )


def write_units(connection: Connection, units: list[DemoUnit]) -> None:
    """Units, each after its superior and its predecessor."""
    insert_rows(
        connection,
        Unit,
        (
            "unit_id",
            "name",
            "credit_code",
            "kind",
            "audit_class",
            "sector",
            "region_code",
            "supervising_unit_id",
            "predecessor_unit_id",
            "is_stub",
            "source",
        ),
        [
            (
                unit.unit_id,
                unit.name,
                credit_code(unit.unit_id, unit.kind),
                unit.kind,
                unit.audit_class,
                demo_sector(unit),
                unit.region_code,
                unit.supervising_unit_id,
                unit.predecessor_unit_id,
                0,
                SOURCE,
            )
            for unit in units
        ],
    )


def write_officials(connection: Connection, officials: list[DemoOfficial], posts: list[DemoPost]) -> None:
    """Officials and their posts."""
    insert_rows(
        connection,
        Official,
        ("official_id", "name", "identity_number", "birth_date", "retirement_date", "source"),
        [
            (
                official.official_id,
                official.name,
                identity_number(official.birth_date, official.official_id % 1000),
                official.birth_date.isoformat(),
                official.retirement_date.isoformat(),
                SOURCE,
            )
            for official in officials
        ],
    )
    insert_rows(
        connection,
        Post,
        (
            "post_id",
            "official_id",
            "unit_id",
            "title",
            "audit_class",
            "start_date",
            "expected_end_date",
            "end_date",
            "pair_code",
            "leader_side",
            "has_resource_duty",
            "is_audit_exempt",
            "source",
        ),
        [
            (
                post.post_id,
                post.official_id,
                post.unit_id,
                post.title,
                post.audit_class,
                post.start_date.isoformat(),
                post.expected_end_date.isoformat(),
                post.end_date.isoformat() if post.end_date else None,
                post.pair_code,
                post.leader_side,
                int(post.has_resource_duty),
                int(post.is_audit_exempt),
                SOURCE,
            )
            for post in posts
        ],
    )


def write_projects(connection: Connection, projects: list[DemoProject], reports: DemoReports) -> None:
    """Projects, their stages and the documents."""
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
            "business_lead",
            "data_lead",
            "is_independent",
            "is_desk_only",
            "digital_step",
            "is_stub",
            "source",
        ),
        (
            (
                project.project_id,
                project.code,
                project.name,
                project.plan_year,
                project.plan_year - 1,
                project.project_type,
                SECTIONS[project.section].code,
                project.unit.region_code,
                project.unit.unit_id,
                project.business_lead,
                project.data_lead,
                int(project.is_independent),
                int(is_desk_only(project)),
                digital_step(project),
                0,
                SOURCE,
            )
            for project in projects
        ),
    )
    insert_rows(
        connection,
        ProjectStage,
        ("project_id", "stage", "planned_date", "actual_date", "recorded_at"),
        (
            (
                project.project_id,
                stage,
                DATE_TEXT[planned],
                DATE_TEXT[actual] if actual <= AS_OF else None,
                MOMENT_TEXT[min(actual, AS_OF)],
            )
            for project in projects
            for stage, planned, actual in zip(STAGES, project.planned, project.actual, strict=True)
        ),
    )
    insert_rows(
        connection,
        Report,
        (
            "report_id",
            "report_kind",
            "document_number",
            "project_id",
            "year",
            "issued_date",
            "delivered_date",
        ),
        (
            (
                report.report_id,
                report.kind,
                report.document_number,
                report.project_id,
                report.year,
                DATE_TEXT[report.issued],
                DATE_TEXT[report.delivered],
            )
            for report in reports.all
        ),
    )
