"""A request for data is known by its code. What became of it are dates: received, refused, or neither yet."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.schema import DataRequest

_COLUMNS = {
    name: name
    for name in (
        "requested",
        "asked_date",
        "due_date",
        "received_date",
        "refused_date",
        "refusal_reason",
        "source",
    )
}


def state(book: Book, row: Row) -> Record:
    """The request of a row, and what became of it."""
    code = row.values["request_code"]
    record = book.find(DataRequest, request_code=code)
    if record is None:
        record = book.new(DataRequest, row.values.get("requested") or code, request_code=code)
    book.state(record, row, _COLUMNS)
    if unit := references.unit(book, row):
        book.set(record, row, "unit_id", unit, "unit_name")
    elif record.values.get("unit_id") is None:
        raise RowRefusedError("unit_name", _("a request needs the unit that was asked"))
    if row.values.get("project_code"):
        book.set(record, row, "project_id", references.known_project(book, row), "project_code")
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    return record
