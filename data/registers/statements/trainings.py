"""A course is known by its number."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.schema import Training

_COLUMNS = {
    name: name
    for name in (
        "title",
        "kind",
        "organiser",
        "planned_start_date",
        "planned_end_date",
        "hours",
        "cancelled_date",
        "source",
    )
}


def state(book: Book, row: Row) -> Record:
    """The course of a row."""
    code = row.values["training_code"]
    record = book.find(Training, training_code=code)
    if record is None:
        record = book.new(Training, row.values.get("title") or code, training_code=code)
    book.state(record, row, _COLUMNS)
    return record
