"""Who a row means: an official by identity number, else by name and unit. Names alone are no identity."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book
from data.schema import Finding, Official, Post


def official(book: Book, row: Row, unit: Record) -> Record | None:
    """The official of a row who holds or held a post in the unit, or was audited there, if there is one."""
    name, number = row.values["official_name"], row.values.get("identity_number")
    if number and (record := book.find(Official, identity_number=number)):
        return record
    named = {
        record: None
        for record in book.all(Official, name=name)
        if record.values.get("identity_number") in (None, number) or not number
        if book.all(Post, official_id=record, unit_id=unit) or _was_audited(book, record, unit)
    }
    if len(named) > 1:
        raise RowRefusedError(
            "official_name", _("several officials of this name in this unit; give the identity number")
        )
    return next(iter(named), None)


def _was_audited(book: Book, record: Record, unit: Record) -> bool:
    if record.is_new or unit.is_new:
        return False
    return book.has(Finding, official_id=record.record_id, unit_id=unit.record_id)
