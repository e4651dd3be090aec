"""An allotment of direct funds is known by its code."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.registers.plain import plain
from data.schema import DirectFund


def state(book: Book, row: Row) -> Record:
    """The allotment of a row."""
    return plain(book, row, DirectFund, {"fund_code": row.values["fund_code"]})
