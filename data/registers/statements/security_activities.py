"""A check or drill is known by its code."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.registers.plain import plain
from data.schema import SecurityActivity


def state(book: Book, row: Row) -> Record:
    """The check or drill of a row."""
    return plain(book, row, SecurityActivity, {"activity_code": row.values["activity_code"]})
