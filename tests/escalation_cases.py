"""The cases of the escalation rules: read, and put into a database, each in a unit and project of its own."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from data.engine import now
from data.planning.warning_settings import RuleSetting
from data.schema import (
    EscalationLetter,
    EscalationLetterFinding,
    EscalationReply,
    ProblemClass,
    Project,
    RepeatDecision,
    SupervisionStep,
    Unit,
)
from tests.ledger_rows import add_finding

FOLDER = Path(__file__).parent / "escalation"
KINDS = ("flagged", "clean")
_CLASS = "0101"
_OF_FINDING = ("is_major", "has_leader_instruction", "is_repeat", "amount_fen", "due", "new_due")


@dataclass(frozen=True)
class Case:
    """What the file says of one finding on one day."""

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
    own = ("why", "as_of", "boundary", "setting", "expect")
    return [
        Case(
            rule,
            kind,
            case["why"],
            case["as_of"],
            {name: value for name, value in case.items() if name not in own},
            case.get("boundary"),
            RuleSetting(**case.get("setting", {})),
            case.get("expect", {}),
        )
        for kind in found
        for case in found[kind]
    ]


def add_case(connection: Connection, case: Case, number: int) -> int:
    """Write the facts of a case; returns the number of its finding."""
    place = 100 + number
    facts = case.facts
    connection.execute(insert(Unit).values(unit_id=place, name=f"单位{place}", region_code="990101"))
    years = {place: 2025} | ({place + 5000: facts["prior_year"]} if "prior_year" in facts else {})
    for project_id, year in years.items():
        connection.execute(
            insert(Project).values(
                project_id=project_id,
                project_code=f"E{project_id}",
                name=f"项目{project_id}",
                plan_year=year,
                project_type="budget_execution",
                section_code="S1",
                region_code="990101",
                unit_id=place,
            )
        )
    values = {name: facts[name] for name in _OF_FINDING if name in facts}
    if "prior_year" in facts:
        values["problem_class_code"] = _CLASS
    finding_id = add_finding(
        connection,
        project=place,
        found=date(2025, 3, 1),
        facts=[(kind, day) for kind, day in facts.get("facts", [])],
        money=[(day, fen) for day, fen in facts.get("money", [])],
        **values,
    )
    if "prior_year" in facts:
        prior_id = add_finding(
            connection,
            project=place + 5000,
            unit_id=place,
            found=date(facts["prior_year"], 5, 1),
            problem_class_code=_CLASS,
            facts=[("rectified", date(facts["prior_year"], 9, 1))],
        )
        if "repeat_since" in facts:
            _decide_repeat(connection, finding_id, prior_id, facts["repeat_since"])
    for kind, day in facts.get("steps", []):
        connection.execute(
            insert(SupervisionStep).values(finding_id=finding_id, kind=kind, fact_date=day, recorded_at=now())
        )
    for day in facts.get("replies", []):
        add_letter(connection, finding_id, place, step=facts["steps"][-1], reply=day)
    return finding_id


def add_problem_class(connection: Connection) -> None:
    """The class that repeats share."""
    connection.execute(insert(ProblemClass).values(problem_class_code=_CLASS, name="同类问题"))


def add_letter(
    connection: Connection,
    finding_id: int,
    unit_id: int,
    *,
    step: tuple[str, date],
    reply: date | None = None,
    **values: Any,
) -> int:
    """A letter of that rung, sent on that day unless `values` say otherwise, and its reply."""
    kind, day = step
    said = {
        "step": kind,
        "unit_id": unit_id,
        "addressee": f"单位{unit_id}",
        "demand": "限期整改",
        "decided_date": day,
        "sent_date": day,
        "recorded_at": now(),
    }
    letter_id = connection.execute(insert(EscalationLetter).values(said | values)).inserted_primary_key[0]
    connection.execute(
        insert(EscalationLetterFinding).values(escalation_letter_id=letter_id, finding_id=finding_id)
    )
    if reply is not None:
        connection.execute(
            insert(EscalationReply).values(
                escalation_letter_id=letter_id,
                received_date=reply,
                content="正在办理",
                user_name="u",
                recorded_at=now(),
            )
        )
    return int(letter_id)


def _decide_repeat(connection: Connection, finding_id: int, prior_id: int, day: date) -> None:
    connection.execute(
        insert(RepeatDecision).values(
            finding_id=finding_id,
            prior_finding_id=prior_id,
            is_repeat=True,
            reason="同一问题",
            fact_date=day,
            user_name="u",
            recorded_at=now(),
        )
    )
