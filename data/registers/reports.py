"""Reports of a project: kept by kind and number, which no two projects share."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book, reference
from data.schema import Report


def report(book: Book, row: Row, project: Record, kind: str, field: str) -> Record:
    """The report whose number stands in a field of the row, new where it is not known.

    Raises RowRefusedError where it belongs to another project.
    """
    number = row.values[field]
    record = book.find(Report, report_kind=kind, document_number=number)
    if record is None:
        record = book.new(Report, number, report_kind=kind, document_number=number, project_id=project)
        book.note_new(record, field)
    elif record.values.get("project_id") not in (None, reference(project)):
        raise RowRefusedError(field, _("the number belongs to a report of another project"))
    book.put(record, "project_id", project, field)
    book.state(record, row, {"source": "source"})
    return record
