"""A turn is known by unit and year."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.schema import SystemRotation


def state(book: Book, row: Row) -> Record:
    """The turn of a unit."""
    unit = references.unit(book, row)
    assert unit is not None  # a key field: every row fills it in
    year = row.values["year"]
    record = book.find(SystemRotation, unit_id=unit, year=year)
    if record is None:
        record = book.new(SystemRotation, f"{unit.label} {year}", unit_id=unit, year=year)
    book.state(record, row, {"listed_date": "listed_date", "source": "source"})
    return record
