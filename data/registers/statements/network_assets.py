"""A device is known by its code."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.registers.plain import plain
from data.schema import NetworkAsset


def state(book: Book, row: Row) -> Record:
    """The device of a row."""
    return plain(book, row, NetworkAsset, {"asset_code": row.values["asset_code"]})
