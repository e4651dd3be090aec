"""Make small ledgers by hand: a test states what matters, the rest is filled in."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select

from data.engine import now
from data.events import DatabaseInitialised, record
from data.schema import (
    EscalationLetter,
    EscalationLetterFinding,
    EscalationReply,
    EstablishedRule,
    Finding,
    FindingReport,
    Milestone,
    ProblemClass,
    Project,
    Recommendation,
    Rectification,
    RectifiedMoney,
    Region,
    Report,
    Section,
    SupervisionStep,
    Transfer,
    TruthCheck,
    TruthResult,
    TruthSample,
    Unit,
)

FOUND = date(2024, 1, 10)


def add_house(connection: Connection) -> None:
    """One city with two districts, two sections, one unit in each district, one project in each section."""
    regions = [("990000", None, "city"), ("990101", "990000", "district"), ("990102", "990000", "district")]
    for code, parent, level in regions:
        connection.execute(
            insert(Region).values(region_code=code, name=code, parent_code=parent, level=level)
        )
    for number, district in enumerate(("990101", "990102"), start=1):
        connection.execute(insert(Section).values(section_code=f"S{number}", name=f"科室{number}"))
        connection.execute(insert(Unit).values(unit_id=number, name=f"单位{number}", region_code=district))
        connection.execute(
            insert(Project).values(
                project_id=number,
                project_code=f"P{number}",
                name=f"项目{number}",
                plan_year=2022 + number,
                project_type="budget_execution",
                section_code=f"S{number}",
                region_code=district,
                unit_id=number,
            )
        )


def add_finding(
    connection: Connection,
    *,
    project: int = 1,
    amount_fen: int | None = None,
    found: date = FOUND,
    due: date | None = None,
    facts: list[tuple[str, date]] | None = None,
    money: list[tuple[date, int]] | None = None,
    new_due: date | None = None,
    rectification_type: str | None = "immediate",
    **values: Any,
) -> int:
    """One finding with its dated facts [(kind, date)] and money [(date, 分)]; returns its id."""
    number = len(connection.execute(select(Finding.finding_id)).all()) + 1
    finding_id = connection.execute(
        insert(Finding).values(
            {
                "finding_code": f"F{number}",
                "project_id": project,
                "unit_id": project,
                "title": f"问题{number}",
                "amount_fen": amount_fen,
                "found_date": found,
                "recorded_at": now(),
            }
            | values
        )
    ).inserted_primary_key[0]
    connection.execute(
        insert(Rectification).values(
            finding_id=finding_id, rectification_type=rectification_type, due_date=due
        )
    )
    for kind, day in facts or []:
        connection.execute(
            insert(Milestone).values(
                finding_id=finding_id,
                kind=kind,
                fact_date=day,
                new_due_date=new_due if kind == "extended" else None,
                recorded_at=now(),
            )
        )
    for day, fen in money or []:
        connection.execute(
            insert(RectifiedMoney).values(
                finding_id=finding_id, kind="recovered", amount_fen=fen, fact_date=day, recorded_at=now()
            )
        )
    return int(finding_id)


def add_a_varied_ledger(connection: Connection) -> None:
    """Forty findings that differ in whatever a KPI may look at, with something left empty everywhere."""
    connection.execute(insert(ProblemClass).values(problem_class_code="01", name="预算管理"))
    connection.execute(
        insert(ProblemClass).values(problem_class_code="0101", name="预算编制", parent_code="01")
    )
    work_report = connection.execute(
        insert(Report).values(report_kind="work_report", document_number="审计工作报告-2023")
    ).inserted_primary_key[0]
    types = ("immediate", "phased", "continuous", None)
    sample = {"draw_method": "by_risk", "seed": 1, "population": 20, "reason": "抽查", "user_name": "review"}
    connection.execute(
        insert(TruthSample).values(
            truth_sample_id=1, fact_date=FOUND + timedelta(days=90), recorded_at=now(), **sample
        )
    )
    for number in range(40):
        amount = (None, 10**3, 10**7, 10**9, 3 * 10**10)[number % 5]
        found = FOUND + timedelta(days=11 * number)
        done = found + timedelta(days=20 + 3 * number)
        facts = [("rectified", done)] if number % 3 else []
        facts += [("closed", done + timedelta(days=9))] if number % 4 == 1 and number % 3 else []
        facts += [("transferred", found + timedelta(days=5))] if number == 13 else []
        finding_id = add_finding(
            connection,
            project=1 + number % 2,
            amount_fen=amount,
            found=found,
            due=found + timedelta(days=60) if number % 7 else None,
            facts=facts,
            money=[(done, amount * (number % 4) // 3)] if amount else [],
            rectification_type=types[number % 4],
            problem_class_code="0101" if number % 6 else None,
            nature="violation" if number % 5 else None,
            is_repeat=number % 4 == 0,
            has_leader_instruction=number % 9 == 0,
        )
        if number % 2:
            connection.execute(insert(FindingReport).values(finding_id=finding_id, report_id=work_report))
        moment = {"finding_id": finding_id, "recorded_at": now()}
        connection.execute(
            insert(Recommendation).values(
                project_id=1 + number % 2,
                wording="建议",
                given_date=found,
                adopted_date=done if number % 5 else None,
                **(moment if number % 2 else {"recorded_at": now()}),
            )
        )
        if number % 3 == 0:
            kind = ("rule", "measure")[number % 2]
            connection.execute(
                insert(EstablishedRule).values(kind=kind, rule_count=2, fact_date=done, **moment)
            )
        if number % 3 and number % 5 == 0:
            check = {"truth_check_id": number, "truth_sample_id": 1, "finding_id": finding_id, "weight": 1}
            connection.execute(insert(TruthCheck).values(**check))
            if number % 2 == 0:
                connection.execute(
                    insert(TruthResult).values(
                        truth_check_id=number,
                        truth_answer=("true", "false")[number % 4 // 2],
                        note="到现场",
                        fact_date=done + timedelta(days=100),
                        user_name="review",
                        recorded_at=now(),
                    )
                )
        if number % 8 == 0:
            sent = found + timedelta(days=30) if number % 16 else None
            connection.execute(
                insert(Transfer).values(decided_date=found, sent_date=sent, person_count=number % 3, **moment)
            )
        if number % 3 == 0:
            _add_supervision(connection, finding_id, number, found)


def _add_supervision(connection: Connection, finding_id: int, number: int, found: date) -> None:
    """One rung, or a letter: sent and answered, sent and not answered, or not sent."""
    step = ("urge", "supervision_letter", "interview")[number // 3 % 3]
    day = found + timedelta(days=80)
    if number % 2 == 0:
        connection.execute(
            insert(SupervisionStep).values(finding_id=finding_id, kind=step, fact_date=day, recorded_at=now())
        )
    letter_id = connection.execute(
        insert(EscalationLetter).values(
            step=step,
            unit_id=1 + number % 2,
            addressee=f"单位{1 + number % 2}",
            demand="限期整改",
            decided_date=day,
            sent_date=day if number % 2 == 0 else None,
            answer_due_date=day + timedelta(days=number * 30) if number % 4 == 0 else None,
            recorded_at=now(),
        )
    ).inserted_primary_key[0]
    connection.execute(
        insert(EscalationLetterFinding).values(
            escalation_letter_id=letter_id, finding_id=finding_id, open_fen=number or None
        )
    )
    if number % 18 == 0:
        connection.execute(
            insert(EscalationReply).values(
                escalation_letter_id=letter_id,
                received_date=day + timedelta(days=9),
                content="正在办理",
                user_name="rectify",
                recorded_at=now(),
            )
        )


def settle(connection: Connection) -> None:
    """Move the data version, as every writer of figures does."""
    record(connection, "test", DatabaseInitialised(is_demo=False, findings=0))
