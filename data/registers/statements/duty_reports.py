"""A duty report is known by region and day."""

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.registers.plain import plain
from data.schema import DutyReport


def state(book: Book, row: Row) -> Record:
    """The report that the head of a district's audit bureau gave on a day."""
    region = references.region(book, row)
    return plain(book, row, DutyReport, {"region_code": region, "report_date": row.values["report_date"]})
