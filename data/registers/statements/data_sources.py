"""A source of data is known by its code."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.schema import DataSource

_COLUMNS = {
    name: name
    for name in (
        "name",
        "domain",
        "sector",
        "can_connect",
        "connectable_date",
        "connected_date",
        "disconnected_date",
        "source",
    )
}


def state(book: Book, row: Row) -> Record:
    """The source of a row, and whether it is connected."""
    code = row.values["source_code"]
    record = book.find(DataSource, source_code=code)
    if record is None:
        record = book.new(DataSource, row.values.get("name") or code, source_code=code)
    book.state(record, row, _COLUMNS)
    if unit := references.unit(book, row):
        book.set(record, row, "unit_id", unit, "unit_name")
    if region := references.region(book, row):
        book.set(record, row, "region_code", region, "region")
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    return record
