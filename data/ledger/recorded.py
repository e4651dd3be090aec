"""What the database holds about the findings of a file: read in batches, by what the file names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from data.ledger.facts.fact import Fact, recorded
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

_BATCH = 1000  # values in one question: well below what SQLite (32,766) and PostgreSQL (65,535) can bind

FACT_TABLES: dict[type[Base], str] = {
    Milestone: "milestone_id",
    RectifiedMoney: "rectified_money_id",
    EstablishedRule: "established_rule_id",
    Accountability: "accountability_id",
    Transfer: "transfer_id",
    SupervisionStep: "supervision_step_id",
    Recommendation: "recommendation_id",
}
_NOT_FACTS = ("finding_id", "recorded_at", "event_id")


@dataclass
class RecordedFinding:
    """One finding with everything that belongs to it, by column."""

    finding_id: int
    values: dict[str, Any]
    rectification: dict[str, Any] | None = None
    facts: dict[type[Base], list[Fact]] = field(default_factory=lambda: defaultdict(list))
    reports: dict[tuple[str, str], int] = field(default_factory=dict)  # (kind, number) -> report_id


def rows_with(
    connection: Connection, question: Any, column: ColumnElement[Any], wanted: Iterable[Any]
) -> Iterator[dict[str, Any]]:
    """Rows of a question whose column has one of the wanted values, in batches."""
    values = sorted({value for value in wanted if value is not None})
    for start in range(0, len(values), _BATCH):
        batch: Sequence[Any] = values[start : start + _BATCH]
        for row in connection.execute(question.where(column.in_(batch))).mappings():
            yield dict(row)


def recorded_findings(connection: Connection, codes: Iterable[str]) -> dict[str, RecordedFinding]:
    """The findings of these codes with their facts, by code."""
    found: dict[str, RecordedFinding] = {}
    table = Finding.__table__
    for row in rows_with(connection, select(table), table.c.finding_code, codes):
        found[row["finding_code"]] = RecordedFinding(row["finding_id"], row)
    by_id = {finding.finding_id: finding for finding in found.values()}
    if not by_id:
        return found
    rectification = Rectification.__table__
    for row in rows_with(connection, select(rectification), rectification.c.finding_id, by_id):
        by_id[row["finding_id"]].rectification = row
    for kind, key in FACT_TABLES.items():
        facts = kind.__table__
        question = select(facts).order_by(facts.c[key])
        for row in rows_with(connection, question, facts.c.finding_id, by_id):
            values = {name: value for name, value in row.items() if name not in (*_NOT_FACTS, key)}
            by_id[row["finding_id"]].facts[kind].append(recorded(row[key], values))
    cited = select(
        FindingReport.finding_id, Report.report_kind, Report.document_number, Report.report_id
    ).join(Report, Report.report_id == FindingReport.report_id)
    for row in rows_with(connection, cited, FindingReport.__table__.c.finding_id, by_id):
        reports = by_id[row["finding_id"]].reports
        reports[row["report_kind"], row["document_number"]] = row["report_id"]
    return found
