"""What rows state about shared records: a stub takes it over, a confirmed record stays as it is.

The first row of a file that states a column decides; a later row that says otherwise gives a notice.
"""

from typing import Any

from data.intake.change import Change, Record
from data.language import _
from data.ledger.shared import Named, Shared, report_kind
from data.ledger.statement import Statement
from data.schema import Report

_PROJECT_FIELDS = {
    "project_code": "project_code",
    "name": "project_name",
    "plan_year": "plan_year",
    "audited_year": "audited_year",
    "project_type": "project_type",
    "business_lead": "business_lead",
    "data_lead": "data_lead",
}


def adopt_statement(
    statement: Statement, named: Named, shared: Shared, *, may_change: bool
) -> tuple[list[Change], list[tuple[str, str]]]:
    """Let project, unit and reports take over what a row states; returns history and notices.

    Without `may_change` (a user who is bound to a part of the ledger) records that are there stay untouched.
    """
    values = statement.values
    changes: list[Change] = []
    notices: list[tuple[str, str]] = []

    def adopt(record: Record, column: str, value: Any, field: str) -> None:
        shown = shared.shown(column, value)
        if column in record.stated:
            if record.stated[column] != value:
                notices.append((field, _("an earlier row says otherwise; that one counts")))
            return
        record.stated[column] = value
        if record.is_new:
            record.values[column] = value
        elif record.values[column] != value:
            if may_change and record.values.get("is_stub", record.table is Report):
                changes.append(Change(field, shared.shown(column, record.values[column]), shown))
                record.values[column] = value
            elif record.values[column] is not None:
                notices.append((field, _("{name} is recorded otherwise and stays").format(name=record.label)))

    for column, field in _PROJECT_FIELDS.items():
        if field in values:
            adopt(named.project, column, values[field], field)
    if named.section is not None:
        adopt(named.project, "section_code", named.section.record_id or named.section, "section")
    if values.get("unit_credit_code"):
        adopt(named.unit, "credit_code", values["unit_credit_code"], "unit_credit_code")
    for number in statement.documents:
        report = shared.report(report_kind(number), number, None, None)
        for column, field in (("issued_date", "document_date"), ("delivered_date", "delivered_date")):
            if field in values:
                adopt(report, column, values[field], field)
    return changes, notices
