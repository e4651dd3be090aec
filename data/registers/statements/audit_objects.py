"""An audit object that is no unit is known by its code, else by kind and name."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.duties import state_duties
from data.schema import AuditObject

_COLUMNS = {
    "name": "name",
    "object_code": "object_code",
    "audit_class": "audit_class",
    "valid_from_date": "valid_from_date",
    "valid_to_date": "valid_to_date",
    "source": "source",
}


def state(book: Book, row: Row) -> Record:
    """The audit object of a row."""
    kind, name, code = row.values["kind"], row.values["name"], row.values.get("object_code")
    if kind == "organisation":
        raise RowRefusedError("kind", _("organisations come by the register of units"))
    record = book.find(AuditObject, object_code=code) if code else None
    if record is None:
        named = [found for found in book.all(AuditObject, kind=kind, name=name) if _may_be(found, code)]
        record = named[0] if named else book.new(AuditObject, name, kind=kind, name=name)
    if record.values["kind"] != kind:
        raise RowRefusedError("kind", _("the code belongs to an audit object of another kind"))
    book.state(record, row, _COLUMNS)
    if region := references.region(book, row):
        book.set(record, row, "region_code", region, "region")
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    state_duties(book, row, record)
    return record


def _may_be(record: Record, code: str | None) -> bool:
    return not code or record.values.get("object_code") in (None, code)
