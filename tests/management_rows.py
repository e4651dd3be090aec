"""A small bureau's security, quality, oversight and fiscal watch by hand: every figure can be counted."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from data.engine import now
from data.schema import (
    Base,
    DebtPosition,
    DirectFund,
    DirectFundReport,
    DutyReport,
    EvaluationMark,
    ExposedProblem,
    InternalAuditYear,
    NetworkAsset,
    PostAudit,
    QualityDefect,
    QualityReview,
    ResearchTopic,
    ResponsibilityItem,
    Rollout,
    SecurityActivity,
    SecurityIssue,
    SocialAuditCheck,
)

_YUAN = 100
_MILLION = 1_000_000 * _YUAN


def add(connection: Connection, table: type[Base], **values: Any) -> None:
    """One row, recorded now."""
    connection.execute(insert(table).values(recorded_at=now(), **values))


def add_varied_management(connection: Connection) -> None:
    """Rows for every figure, in two regions and two sections; expects the house of ledger_rows."""
    _add_security(connection)
    _add_quality(connection)
    _add_oversight(connection)
    _add_fiscal(connection)


def _add_security(connection: Connection) -> None:
    applications = (
        "rectification_scene",
        "supervision_scene",
        "sub_portal",
        "golden_audit",
        "audit_network",
        "works_supervision",
        "personnel",
    )
    for application in applications:
        told = {"application": application, "section_code": "S1"}
        due = date(2024, 6, 30)
        add(connection, Rollout, place_name="甲", due_date=due, live_date=date(2024, 6, 30), **told)
        add(connection, Rollout, place_name="乙", due_date=due, live_date=date(2025, 6, 30), **told)
        add(
            connection,
            Rollout,
            place_name="丙",
            due_date=due,
            live_date=date(2024, 1, 1),
            retired_date=date(2025, 1, 1),
            region_code="990101",
            application=application,
        )
        add(connection, Rollout, place_name="丁", due_date=date(2025, 7, 1), **told)
    for number in range(4):
        add(
            connection,
            NetworkAsset,
            asset_code=f"SB-{number}",
            name=f"设备{number}",
            network=("audit", "government", "internet")[number % 3],
            kind="firewall" if number else "server",
            section_code=f"S{1 + number % 2}",
            commissioned_date=date(2023, 1, 1),
            retired_date=date(2025, 6, 30) if number == 3 else None,
            is_domestic=number < 2,
            has_domestic_cipher=number == 0,
        )
    for number, (kind, held, following) in enumerate(
        (
            ("check", date(2024, 6, 29), date(2025, 6, 29)),
            ("drill", date(2025, 3, 1), date(2025, 6, 30)),
            ("drill", date(2024, 3, 1), date(2025, 3, 1)),
        ),
        start=1,
    ):
        add(
            connection,
            SecurityActivity,
            security_activity_id=number,
            activity_code=f"AQ-{number}",
            name=f"活动{number}",
            kind=kind,
            network="audit",
            section_code="S1",
            held_date=held,
            next_due_date=following,
            conclusion="合格",
        )
    for number, (due, closed) in enumerate(
        ((date(2025, 6, 29), None), (date(2025, 6, 30), None), (date(2024, 8, 1), date(2024, 8, 1)))
    ):
        add(
            connection,
            SecurityIssue,
            issue_code=f"WT-{number}",
            title=f"问题{number}",
            security_activity_id=1,
            severity=("high", "medium", "low")[number],
            found_date=date(2024, 6, 29),
            due_date=due,
            closed_date=closed,
        )


def _add_quality(connection: Connection) -> None:
    for number, (kind, day, score, award) in enumerate(
        (
            ("inspection", date(2025, 5, 1), 9_050, None),
            ("evaluation", date(2024, 5, 1), 8_000, None),
            ("inspection", date(2024, 9, 1), None, None),
            ("selection", date(2025, 6, 30), None, "municipal"),
            ("selection", date(2025, 7, 1), None, "provincial"),
        ),
        start=1,
    ):
        add(
            connection,
            QualityReview,
            quality_review_id=number,
            review_code=f"ZL-{number}",
            project_id=1 + number % 2,
            kind=kind,
            review_date=day,
            score_hundredths=score,
            award=award,
        )
    for number, mended in enumerate((None, date(2025, 6, 30), date(2025, 7, 1))):
        add(
            connection,
            QualityDefect,
            defect_code=f"QX-{number}",
            quality_review_id=1,
            kind=("evidence", "law", "filing")[number],
            severity=("high", "medium", "low")[number],
            title=f"缺陷{number}",
            mended_date=mended,
        )
    for number, was_found in enumerate((True, False, True)):
        add(
            connection,
            ExposedProblem,
            problem_code=f"DC-{number}",
            project_id=1 + number % 2,
            title=f"重大问题{number}",
            exposed_by=("review", "inspection", "later")[number],
            exposed_date=date(2025, 1 + number, 1),
            was_found=was_found,
        )
    for number, (ended, passed) in enumerate(
        ((date(2025, 6, 30), True), (date(2024, 12, 1), False), (date(2025, 7, 1), True), (None, None))
    ):
        add(
            connection,
            ResearchTopic,
            topic_code=f"KT-{number}",
            title=f"课题{number}",
            section_code="S1" if number else None,
            started_date=date(2024, 1, 1),
            due_date=date(2025, 1, 1),
            concluded_date=ended,
            has_passed=passed,
        )


def _add_oversight(connection: Connection) -> None:
    for number in (1, 2):
        add(
            connection,
            InternalAuditYear,
            unit_id=number,
            year=2024,
            reported_date=date(2025, 2, number),
            has_office=number == 1,
            staff_count=3 * number,
            project_count=5 * number,
            problem_fen=number * _MILLION,
            rectified_fen=_MILLION // 2,
        )
    for number, result in enumerate(("clean", "minor", "serious", "referred")):
        add(
            connection,
            SocialAuditCheck,
            check_code=f"SS-{number}",
            firm=f"事务所{number}",
            report_number=f"审字{number}",
            unit_id=1 + number % 2,
            section_code="S2",
            check_date=date(2025, 6, 27 + number),
            result=result,
            problem_count=number,
            misstated_fen=number * _MILLION or None,
        )
    add(connection, DutyReport, region_code="990101", report_date=date(2023, 6, 30), person="甲")
    add(connection, DutyReport, region_code="990102", report_date=date(2023, 6, 29), person="乙")
    for number, (post, area, ended) in enumerate(
        ((1, "economic", None), (1, "environmental", None), (2, "economic", date(2025, 6, 30)))
    ):
        add(
            connection,
            ResponsibilityItem,
            post_id=post,
            item_code=f"ZR-{number}",
            area=area,
            duty=f"责任{number}",
            from_date=date(2024, 1, 1),
            ended_date=ended,
        )
    audits = connection.scalars(select(PostAudit.post_audit_id).order_by(PostAudit.post_audit_id)).all()
    for number, audit in enumerate(audits[:3]):
        for aspect, full, marks in (("决策", 2_000, 1_500 + 100 * number), ("管理", 3_000, 3_000)):
            add(
                connection,
                EvaluationMark,
                post_audit_id=audit,
                aspect=aspect,
                full_hundredths=full,
                mark_hundredths=marks,
                evaluated_date=date(2025, 6, 1),
            )


def _add_fiscal(connection: Connection) -> None:
    for region, day, balance, means in (
        ("990101", date(2025, 5, 31), 300, 100),
        ("990101", date(2025, 6, 30), 299, 100),
        ("990101", date(2025, 7, 31), 10, 100),
        ("990102", date(2025, 6, 30), 119, 100),
        ("990000", date(2025, 6, 30), 401, None),
    ):
        add(
            connection,
            DebtPosition,
            region_code=region,
            position_date=day,
            limit_fen=400 * _MILLION,
            balance_fen=balance * _MILLION,
            means_fen=means and means * _MILLION,
        )
    for number, allotted in enumerate((date(2025, 5, 31), date(2025, 5, 30), date(2024, 6, 30)), start=1):
        add(
            connection,
            DirectFund,
            direct_fund_id=number,
            fund_code=f"ZD-{number}",
            name=f"资金{number}",
            region_code="990101" if number < 3 else "990102",
            section_code="S1",
            allotted_date=allotted,
            allotted_fen=100 * _MILLION,
        )
    for fund, day, broken_down, paid in (
        (1, date(2025, 6, 30), 90, 10),
        (2, date(2025, 6, 30), 90, 10),
        (2, date(2025, 7, 1), 100, 100),
        (3, date(2025, 6, 30), 100, 79),
    ):
        add(
            connection,
            DirectFundReport,
            direct_fund_id=fund,
            report_date=day,
            broken_down_fen=broken_down * _MILLION,
            paid_fen=paid * _MILLION,
        )
