"""A member of staff is known by their code (工号)."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.schema import Staff

_COLUMNS = {
    name: name
    for name in (
        "name",
        "birth_date",
        "is_business",
        "is_division_head",
        "qualification",
        "has_computer_intermediate",
        "talent",
        "civil_class",
        "education",
        "joined_date",
        "left_date",
        "source",
    )
}


def state(book: Book, row: Row) -> Record:
    """The member of staff of a row."""
    code = row.values["staff_code"]
    record = book.find(Staff, staff_code=code)
    if record is None:
        record = book.new(Staff, row.values.get("name") or code, staff_code=code)
    book.state(record, row, _COLUMNS)
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    return record
