"""All dated facts of one finding, table by table, as they are recorded."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from data.schema import (
    Accountability,
    Base,
    EstablishedRule,
    Finding,
    FindingReport,
    Milestone,
    Recommendation,
    Rectification,
    RectifiedMoney,
    Report,
    SupervisionStep,
    Transfer,
)

Rows = tuple[Row[Any], ...]


@dataclass(frozen=True)
class FindingFacts:
    """Rows with the columns of their tables (data/schema/finding.py), each table in the order of its days.

    `rectification` is None for a finding about which nothing was entered but that it was found.
    """

    finding: Row[Any]
    rectification: Row[Any] | None
    reports: Rows
    milestones: Rows
    money: Rows
    recommendations: Rows
    rules: Rows
    accountability: Rows
    supervision_steps: Rows
    transfers: Rows


def finding_facts(connection: Connection, finding_id: int) -> FindingFacts:
    """The facts of a finding, which must exist."""

    def rows(table: type[Base], day: str) -> Rows:
        columns = table.__table__.columns
        question = select(table.__table__).where(columns.finding_id == finding_id)
        return tuple(connection.execute(question.order_by(columns[day], *table.__table__.primary_key)))

    rectification = rows(Rectification, "due_date")
    return FindingFacts(
        finding=rows(Finding, "found_date")[0],
        rectification=rectification[0] if rectification else None,
        reports=_reports(connection, finding_id),
        milestones=rows(Milestone, "fact_date"),
        money=rows(RectifiedMoney, "fact_date"),
        recommendations=rows(Recommendation, "given_date"),
        rules=rows(EstablishedRule, "fact_date"),
        accountability=rows(Accountability, "fact_date"),
        supervision_steps=rows(SupervisionStep, "fact_date"),
        transfers=rows(Transfer, "decided_date"),
    )


def _reports(connection: Connection, finding_id: int) -> Rows:
    question = (
        select(Report.__table__)
        .join(FindingReport, FindingReport.report_id == Report.report_id)
        .where(FindingReport.finding_id == finding_id)
        .order_by(Report.delivered_date, Report.report_id)
    )
    return tuple(connection.execute(question))
