"""A project is known by its code; one that an earlier list named without a code takes it over."""

import re

from data.codes import PROJECT_STAGE
from data.intake.change import Record
from data.intake.made_up import is_made_up
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.references import NotKnownYetError
from data.registers.reports import report
from data.registers.stages import stage
from data.schema import AuditObject, Project, ProjectObject, ProjectPause, Unit

_COLUMNS = {
    name: name
    for name in (
        "name",
        "plan_year",
        "audited_year",
        "project_type",
        "business_lead",
        "data_lead",
        "is_independent",
        "is_desk_only",
        "digital_step",
        "is_draft",
        "in_plan_date",
        "cancelled_date",
        "plan_document",
        "source",
    )
} | {"project_code": "project_code"}
_PAUSE_COLUMNS = {
    "last_date": "pause_last_date",
    "approved_date": "pause_approved_date",
    "document_number": "pause_document",
    "reason": "pause_reason",
}
_SEPARATORS = re.compile(r"[、;；\n]+")


def state(book: Book, row: Row) -> Record:
    """The project of a row, with its stages, reports, further objects and one pause."""
    record = _project(book, row)
    references.confirm(book, record)
    book.state(record, row, _COLUMNS)
    if region := references.region(book, row):
        book.set(record, row, "region_code", region, "region")
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    if unit := references.unit(book, row):
        book.set(record, row, "unit_id", unit, "unit_name")
    for name in PROJECT_STAGE:
        _state_stage(book, row, record, name)
    _state_objects(book, row, record)
    for kind, field in (("audit_report", "report_number"), ("decision", "decision_number")):
        if row.values.get(field):
            report(book, row, record, kind, field)
    if row.values.get("pause_first_date"):
        _state_pause(book, row, record)
    return record


def _project(book: Book, row: Row) -> Record:
    code, name = row.values["project_code"], row.values.get("name")
    if record := book.find(Project, project_code=code):
        return record
    year = row.values.get("plan_year")
    for stub in book.all(Project, name=name) if name else ():
        if is_made_up(stub.values["project_code"]) and stub.values.get("plan_year") in (None, year):
            return stub
    return book.new(Project, name or code, project_code=code)


def _state_stage(book: Book, row: Row, project: Record, name: str) -> None:
    columns = {"planned_date": f"planned_{name}", "actual_date": f"actual_{name}"}
    if any(field in row.values for field in columns.values()):
        book.state(stage(book, project, name), row, columns)


def _state_objects(book: Book, row: Row, project: Record) -> None:
    """What else the project audits: units and other audit objects, by name or code."""
    for named in filter(None, map(str.strip, _SEPARATORS.split(row.values.get("further_objects") or ""))):
        found = book.find(AuditObject, object_code=named) or book.find(AuditObject, name=named)
        unit = None if found else book.find(Unit, credit_code=named)
        found = found or (book.find(AuditObject, unit_id=unit) if unit else None)
        if found is None:
            words = _("no such audit object: {name}; import units and audit objects first")
            raise NotKnownYetError("further_objects", words.format(name=named))
        if not book.all(ProjectObject, project_id=project, audit_object_id=found):
            joined = book.new(ProjectObject, found.label, project_id=project, audit_object_id=found)
            book.note_new(joined, "further_objects")


def _state_pause(book: Book, row: Row, project: Record) -> None:
    first = row.values["pause_first_date"]
    pause = book.find(ProjectPause, project_id=project, first_date=first)
    if pause is None:
        pause = book.new(ProjectPause, first.isoformat(), project_id=project, first_date=first)
        book.note_new(pause, "pause_first_date")
    book.state(pause, row, _PAUSE_COLUMNS)
