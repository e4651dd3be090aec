"""The debt of a region is known by region and end of month."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.registers.plain import plain
from data.schema import DebtPosition


def state(book: Book, row: Row) -> Record:
    """Limit, balance and means of the region of a row at the end of a month."""
    region = references.region(book, row)
    keys = {"region_code": region, "position_date": row.values["position_date"]}
    return plain(book, row, DebtPosition, keys)
