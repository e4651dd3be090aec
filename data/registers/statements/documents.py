"""A document is known by kind and number (a report), else by the stage of the project that it shows."""

from datetime import date

from data.codes import PROJECT_STAGE, REPORT_KIND
from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.intake.values.choices import key
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.reports import report
from data.registers.stages import reach

# One code is kept for all special reports; the word in the file tells them apart.
_OF_A_SURVEY = key("调查报告")


def state(book: Book, row: Row) -> Record:
    """The report of a row, or the project whose stage the document shows."""
    kind = row.values["document_kind"]
    project = references.known_project(book, row)
    if kind in REPORT_KIND:
        if not row.values.get("document_number"):
            raise RowRefusedError("document_number", _("a report needs its number"))
        record = report(book, row, project, kind, "document_number")
        columns = ("issued_date", "delivered_date", "carrying_way")
        book.state(record, row, {name: name for name in columns})
        if _ends_a_project(row, kind):
            _reached(book, project, "delivery", row.values.get("delivered_date"), "delivered_date")
        return record
    if kind in PROJECT_STAGE:
        field = "delivered_date" if row.values.get("delivered_date") else "issued_date"
        day = row.values.get("issued_date") or row.values.get("delivered_date")
        if day is None:
            raise RowRefusedError("issued_date", _("this has to be filled in"))
        _reached(book, project, kind, day, field)
        return project
    book.told.append(("document_kind", _("documents of this kind are not kept")))
    return project


def _ends_a_project(row: Row, kind: str) -> bool:
    """Whether a report ends its project: an audit report, or that of an audit survey. A decision does not."""
    is_survey = kind == "special_report" and _OF_A_SURVEY in key(row.cells.get("document_kind", ""))
    return kind == "audit_report" or is_survey


def _reached(book: Book, project: Record, stage: str, day: date | None, field: str) -> None:
    if day is None:
        return
    earlier = reach(book, project, stage, day, field)
    if earlier is not None:
        book.told.append((field, _("the stage is recorded with an earlier day, which stays")))
