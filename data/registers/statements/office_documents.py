"""An official document is known by its register number; that it is finished is a dated step."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.schema import Document, DocumentLink, DocumentStep

_COLUMNS = {
    name: name
    for name in (
        "direction",
        "document_type",
        "document_number",
        "title",
        "counterparty",
        "urgency",
        "registered_date",
        "due_date",
        "responsible_person",
        "source",
    )
}


def state(book: Book, row: Row) -> Record:
    """The document of a row, and what became of it."""
    code = row.values["register_code"]
    record = book.find(Document, register_code=code)
    if record is None:
        record = book.new(Document, row.values.get("title") or code, register_code=code)
    book.state(record, row, _COLUMNS)
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    if day := row.values.get("finished_date"):
        steps = book.all(DocumentStep, document_id=record, kind="finished")
        step = (
            steps[-1]
            if steps
            else book.new(DocumentStep, str(day), document_id=record, kind="finished", fact_date=day)
        )
        if not steps:
            book.note_new(step, "finished_date")
        book.set(step, row, "fact_date", day, "finished_date")
    if row.values.get("project_code"):
        about = {"document_id": record, "project_id": references.known_project(book, row)}
        if book.find(DocumentLink, **about) is None:
            book.note_new(book.new(DocumentLink, row.values["project_code"], **about), "project_code")
    return record
