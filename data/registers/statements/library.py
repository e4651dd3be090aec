"""A library item is known by its code, else by library and title."""

from data.intake.change import Record
from data.intake.rows import Row
from data.language import _
from data.registers import references
from data.registers.book import Book
from data.registers.references import NotKnownYetError
from data.schema import AuditObject, LibraryItem

_COLUMNS = {
    name: name
    for name in (
        "title",
        "item_code",
        "project_type",
        "proposed_year",
        "reason",
        "added_date",
        "dropped_date",
        "source",
    )
}


def state(book: Book, row: Row) -> Record:
    """The idea for a project that a row holds."""
    library, title, code = row.values["library"], row.values["title"], row.values.get("item_code")
    record = book.find(LibraryItem, item_code=code) if code else None
    if record is None:
        named = book.all(LibraryItem, library=library, title=title)
        named = [item for item in named if not code or item.values.get("item_code") in (None, code)]
        record = named[0] if named else book.new(LibraryItem, title, library=library, title=title)
    references.confirm(book, record)
    book.set(record, row, "library", library, "library")
    book.state(record, row, _COLUMNS)
    if region := references.region(book, row):
        book.set(record, row, "region_code", region, "region")
    if section := references.section(book, row):
        book.set(record, row, "section_code", section, "section")
    if named_object := row.values.get("object_name"):
        book.set(record, row, "audit_object_id", _audit_object(book, named_object), "object_name")
    return record


def _audit_object(book: Book, named: str) -> Record:
    found = book.find(AuditObject, object_code=named) or book.find(AuditObject, name=named)
    if found is None:
        words = _("no such audit object: {name}; import units and audit objects first")
        raise NotKnownYetError("object_name", words.format(name=named))
    return found
