"""A region is known by its code."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.schema import Region

_COLUMNS = {
    "name": "name",
    "level": "level",
    "valid_from_date": "valid_from_date",
    "valid_to_date": "valid_to_date",
    "sort_order": "sort_order",
}


def state(book: Book, row: Row) -> Record:
    """The region of a row, below its parent."""
    code = row.values["region_code"]
    record = book.find(Region, region_code=code)
    if record is None:
        record = book.new(Region, row.values.get("name") or code, region_code=code)
    book.state(record, row, _COLUMNS)
    parent = references.region(book, row, "parent")
    if parent is record:
        raise RowRefusedError("parent", _("a region does not lie in itself"))
    if parent is not None:
        book.set(record, row, "parent_code", parent, "parent")
    return record
