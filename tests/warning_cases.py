"""The cases of the warning rules: read, and put into a database, each in a unit and with posts of its own."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from data.engine import now
from data.planning.warning_settings import RuleSetting
from data.schema import Official, Post, PostAudit, Project, ProjectStage, Unit

FOLDER = Path(__file__).parent / "warnings"
OUTCOMES = ("flagged", "clean", "skipped")
_STAGES = ("entry", "delivery")


@dataclass(frozen=True)
class Case:
    """What the file says, and the id of the post judged once it is in a database."""

    rule: str
    kind: str
    why: str
    as_of: date
    facts: dict[str, Any]
    boundary: str | None
    setting: RuleSetting
    expect: dict[str, Any]


def cases(rule: str) -> list[Case]:
    """The cases of a rule; none where it has no file."""
    file = FOLDER / f"{rule}.toml"
    found = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    return [
        Case(
            rule,
            kind,
            case["why"],
            case["as_of"],
            {name: case.get(name, []) for name in ("post", "others", "projects")},
            case.get("boundary"),
            RuleSetting(**case.get("setting", {})),
            case.get("expect", {}),
        )
        for kind in found
        for case in found[kind]
    ]


def add_case(connection: Connection, case: Case, number: int) -> int:
    """Write the facts of a case; returns the id of the post judged."""
    unit_id = 100 + number
    connection.execute(insert(Unit).values(unit_id=unit_id, name=f"单位{unit_id}", region_code="990101"))
    posts = [
        _add_post(connection, unit_id, f"{number}", facts)
        for facts in (case.facts["post"], *case.facts["others"])
    ]
    for place, facts in enumerate(case.facts["projects"]):
        _add_project(connection, unit_id, f"C{number}-{place}", posts, facts)
    return posts[0]


def _add_post(connection: Connection, unit_id: int, place: str, facts: dict[str, Any]) -> int:
    official = connection.execute(
        insert(Official).values(name=f"干部{unit_id}", retirement_date=facts.get("retirement"))
    ).inserted_primary_key[0]
    added = connection.execute(
        insert(Post).values(
            official_id=official,
            unit_id=unit_id,
            title="局长",
            audit_class=facts.get("class"),
            start_date=facts.get("start"),
            expected_end_date=facts.get("expected_end"),
            end_date=facts.get("end"),
            pair_code=f"{facts['pair']}{place}" if "pair" in facts else None,
            leader_side=facts.get("side"),
            is_audit_exempt=facts.get("exempt", False),
        )
    )
    return int(added.inserted_primary_key[0])


def _add_project(
    connection: Connection, unit_id: int, code: str, posts: list[int], facts: dict[str, Any]
) -> None:
    days = [value for value in facts.values() if isinstance(value, date)]
    project_id = connection.execute(
        insert(Project).values(
            project_code=code,
            name=f"项目{code}",
            plan_year=min(days).year,
            project_type=facts.get("type", "economic_responsibility"),
            section_code="S1",
            unit_id=unit_id,
            is_desk_only=facts.get("is_desk_only", False),
            is_draft=facts.get("is_draft", False),
            cancelled_date=facts.get("cancelled"),
        )
    ).inserted_primary_key[0]
    for stage in _STAGES:
        connection.execute(
            insert(ProjectStage).values(
                project_id=project_id,
                stage=stage,
                planned_date=facts.get(f"planned_{stage}"),
                actual_date=facts.get(stage),
                recorded_at=now(),
            )
        )
    for place in facts.get("posts", [1]):
        connection.execute(
            insert(PostAudit).values(
                project_id=project_id,
                post_id=posts[place - 1],
                occasion=facts.get("occasion", "in_office"),
                result_used_date=facts.get("used"),
                recorded_at=now(),
            )
        )
