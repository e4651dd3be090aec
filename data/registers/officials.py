"""Who a row means: an official by identity number, else by name and unit. Names alone are no identity."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.references import NotKnownYetError
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


def held_post(book: Book, row: Row) -> Record:
    """The post of the official of a row in its unit. Refuses what is not known, and several terms."""
    unit = references.unit(book, row)
    if unit is None:
        raise RowRefusedError("unit_name", _("this has to be filled in"))
    person = official(book, row, unit)
    terms = book.all(Post, official_id=person, unit_id=unit) if person else []
    for field in ("title", "start_date"):
        if row.values.get(field) is not None:
            terms = [term for term in terms if term.values.get(field) == row.values[field]]
    if not terms:
        raise NotKnownYetError("official_name", _("no such post; import the register of posts first"))
    if len(terms) > 1:
        raise RowRefusedError("start_date", _("several terms of this post; give the first day"))
    return terms[0]


def _was_audited(book: Book, record: Record, unit: Record) -> bool:
    if record.is_new or unit.is_new:
        return False
    return book.has(Finding, official_id=record.record_id, unit_id=unit.record_id)
