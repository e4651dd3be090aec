"""Make a varied set of leading posts by hand: something in every column that a figure may look at."""

from datetime import date, timedelta

from sqlalchemy import Connection, insert

from data.engine import now
from data.schema import AuditObject, Official, Post, PostAudit, Project, ProjectStage

_CLASSES = ("A", "B", "C", "D", None)


def add_varied_posts(connection: Connection) -> None:
    """Twenty posts in the two units of the house: held and left, audited and not, in pairs and alone."""
    if connection.execute(AuditObject.__table__.select()).first() is None:
        connection.execute(
            insert(AuditObject).values(
                kind="organisation", name="单位1", unit_id=1, section_code="S1", recorded_at=now()
            )
        )
    for number in range(20):
        official = connection.execute(
            insert(Official).values(name=f"干部{number}", retirement_date=date(2025, 1 + number % 12, 1))
        ).inserted_primary_key[0]
        post = connection.execute(
            insert(Post).values(
                official_id=official,
                unit_id=1 + number % 2,
                title="书记" if number % 2 else "局长",
                audit_class=_CLASSES[number % 5],
                start_date=date(2018, 1, 1) + timedelta(days=97 * number) if number else None,
                expected_end_date=date(2025, 7, 1) + timedelta(days=30 * number) if number % 4 else None,
                end_date=date(2025, 3, 1) if number % 7 == 3 else None,
                pair_code=f"X{number // 2}" if number < 8 else None,
                leader_side=("government", "party")[number % 2] if number < 8 else None,
                is_audit_exempt=number == 19,
                has_resource_duty=number % 3 == 0,
            )
        ).inserted_primary_key[0]
        if number % 3 == 1 or number in {4, 5}:
            _add_audit(connection, number, int(post))


def _add_audit(connection: Connection, number: int, post_id: int) -> None:
    delivery = date(2025, 1, 31) - timedelta(days=40 * number) if number % 2 else None
    project = 500 + number
    connection.execute(
        insert(Project).values(
            project_id=project,
            project_code=f"E{number}",
            name=f"经责项目{number}",
            plan_year=2024 if number % 2 else 2025,
            project_type="economic_responsibility",
            section_code=f"S{1 + number % 2}",
            unit_id=1 + number % 2,
        )
    )
    stages = {"entry": (date(2025, 3, 1), delivery), "delivery": (date(2025, 6, 1), delivery)}
    for stage, (planned, actual) in stages.items():
        connection.execute(
            insert(ProjectStage).values(
                project_id=project, stage=stage, planned_date=planned, actual_date=actual, recorded_at=now()
            )
        )
    connection.execute(
        insert(PostAudit).values(
            project_id=project,
            post_id=post_id,
            occasion="in_office",
            notified_date=delivery,
            feedback_date=delivery if number % 4 == 1 else None,
            result_used_date=delivery if number % 4 == 3 else None,
            recorded_at=now(),
        )
    )
