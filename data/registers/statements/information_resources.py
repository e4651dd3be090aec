"""An information resource is known by its code; that it was updated, shared or used, by the day."""

from datetime import date
from typing import Any

from data.intake.change import Record
from data.intake.rows import Row
from data.registers import references
from data.registers.book import Book
from data.registers.systems import known_system
from data.schema import InformationResource, ResourceFact

_COLUMNS = {
    name: name
    for name in (
        *("name", "content", "origin", "resource_kind", "storage_place", "classification", "update_cycle"),
        *("sharing_kind", "listed_date", "withdrawn_date", "is_tax_support", "source"),
    )
}
# The field with the day of each fact, its kind, and what is told with it: column -> field.
_FACTS: dict[str, tuple[str, dict[str, str]]] = {
    "updated_date": ("updated", {"row_count": "row_count"}),
    "shared_date": ("shared", {}),
    "unshared_date": ("unshared", {}),
    "used_date": ("used", {"lead_count": "lead_count", "amount_fen": "tax_fen"}),
}


def state(book: Book, row: Row) -> Record:
    """The resource of a row."""
    code = row.values["resource_code"]
    record = book.find(InformationResource, resource_code=code)
    if record is None:
        record = book.new(InformationResource, row.values.get("name") or code, resource_code=code)
    book.state(record, row, _COLUMNS)
    if unit := references.unit(book, row):
        book.set(record, row, "unit_id", unit, "unit_name")
    if row.values.get("system_code"):
        book.set(record, row, "information_system_id", known_system(book, row), "system_code")
    for field, (kind, columns) in _FACTS.items():
        if row.values.get(field):
            _state_fact(book, row, record, kind, row.values[field], columns, field)
    return record


def _state_fact(  # noqa: PLR0917 - whose fact it is, and what is told of it
    book: Book, row: Row, resource: Record, kind: str, day: date, columns: dict[str, str], field: str
) -> None:
    keys: dict[str, Any] = {"information_resource_id": resource, "kind": kind, "fact_date": day}
    fact = book.find(ResourceFact, **keys)
    if fact is None:
        fact = book.new(ResourceFact, day.isoformat(), **keys)
        book.note_new(fact, field)
    book.state(fact, row, columns)
