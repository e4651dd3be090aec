"""A unit is known by its credit code, else by its exact name. Each is an audit object of its own."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.duties import state_duties
from data.schema import AuditObject, Unit

_COLUMNS = {
    "name": "name",
    "credit_code": "credit_code",
    "kind": "kind",
    "audit_class": "audit_class",
    "sector": "sector",
    "source": "source",
}
_OBJECT_COLUMNS = {
    "name": "name",
    "object_code": "object_code",
    "audit_class": "audit_class",
    "valid_from_date": "valid_from_date",
    "valid_to_date": "valid_to_date",
    "source": "source",
}


def state(book: Book, row: Row) -> Record:
    """The unit of a row, and the audit object that it is."""
    record = _unit(book, row)
    references.confirm(book, record)
    book.state(record, row, _COLUMNS)
    audit_object = book.find(AuditObject, unit_id=record)
    if audit_object is None:
        audit_object = book.new(AuditObject, record.label, kind="organisation", unit_id=record)
        book.note_new(audit_object, "name")
    book.state(audit_object, row, _OBJECT_COLUMNS)
    for table_record in (record, audit_object):
        if region := references.region(book, row):
            book.set(table_record, row, "region_code", region, "region")
    if section := references.section(book, row):
        book.set(audit_object, row, "section_code", section, "section")
    for field in ("supervising_unit", "predecessor_unit"):
        other = references.unit(book, row, field, "")
        if other is record:
            raise RowRefusedError(field, _("a unit does not refer to itself"))
        if other is not None:
            book.set(record, row, f"{field}_id", other, field)
    state_duties(book, row, audit_object)
    return record


def _unit(book: Book, row: Row) -> Record:
    name, code = row.values["name"], row.values.get("credit_code")
    by_code = book.find(Unit, credit_code=code) if code else None
    return by_code or references.named_unit(book, "name", code, name) or book.new(Unit, name, name=name)
