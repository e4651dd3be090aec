"""A check of an audit firm's report is known by its code."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.registers.plain import plain
from data.schema import SocialAuditCheck


def state(book: Book, row: Row) -> Record:
    """The check of a row."""
    return plain(book, row, SocialAuditCheck, {"check_code": row.values["check_code"]})
