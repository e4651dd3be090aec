"""The record of a row that is known by one or two columns of its own and states the rest of them."""

from collections.abc import Mapping
from typing import Any

from data.intake.change import Record
from data.intake.rows import Row
from data.intake.writing import table_of
from data.registers import references
from data.registers.book import Book
from data.schema import Base


def plain(book: Book, row: Row, table: type[Base], keys: Mapping[str, Any], label: str = "") -> Record:
    """Find or make the record with these keys, and give it what the row states.

    A column that a field is named after takes that field; columns of money, the field without its `_fen`. The
    unit, region and section that the row names go into the columns of theirs, where the table has them.
    """
    record = book.find(table, **keys) or book.new(table, label or _label(row, keys), **keys)
    columns = table_of(table).c
    book.state(
        record,
        row,
        {
            column: field
            for field in row.values
            if (column := field if field in columns else f"{field}_fen") in columns and column not in keys
        },
    )
    if "unit_id" in columns and "unit_id" not in keys and (unit := references.unit(book, row)):
        book.set(record, row, "unit_id", unit, "unit_name")
    if "region_code" in columns and "region_code" not in keys and (region := references.region(book, row)):
        book.set(record, row, "region_code", region, "region")
    if "section_code" in columns and (section := references.section(book, row)):
        book.set(record, row, "section_code", section, "section")
    return record


def _label(row: Row, keys: Mapping[str, Any]) -> str:
    named = row.values.get("name") or row.values.get("title")
    return str(named or " · ".join(_word(value) for value in keys.values()))


def _word(value: Any) -> str:
    return value.label if isinstance(value, Record) else str(value)
