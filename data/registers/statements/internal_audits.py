"""The internal audit of a unit is known by unit and year."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.plain import plain
from data.schema import InternalAuditYear


def state(book: Book, row: Row) -> Record:
    """What the unit of a row reports of its internal audit in a year."""
    unit = references.unit(book, row)
    if unit is None:
        raise RowRefusedError("unit_name", _("this has to be filled in"))
    record = plain(book, row, InternalAuditYear, {"unit_id": unit, "year": row.values["year"]})
    if (record.values.get("rectified_fen") or 0) > (record.values.get("problem_fen") or 0):
        raise RowRefusedError("rectified", _("more than the problem amount"))
    return record
