"""What was so on a day: a row of its own where the file says otherwise than was known by then."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from data.intake.change import Record
from data.intake.rows import Row
from data.registers.book import Book
from data.schema import Base


def dated(  # noqa: PLR0917 - the table, what it belongs to, and what the row says when
    book: Book, row: Row, table: type[Base], owner: Mapping[str, Any], columns: Mapping[str, str], day: date
) -> Record | None:
    """The row of `table` for the day with columns (column -> field); `owner` has the columns of whose it is.

    A file that only says again what was known by that day adds nothing: then it is the newest row by that
    day. None where the row states none of the columns.
    """
    stated = {column: row.values[field] for column, field in columns.items() if field in row.values}
    if not stated:
        return None
    earlier = [record for record in book.all(table, **owner) if record.values["fact_date"] <= day]
    known: dict[str, Any] = {}
    newest: Record | None = None
    for record in sorted(earlier, key=lambda entry: entry.values["fact_date"]):
        known |= {
            column: record.values[column] for column in columns if record.values.get(column) is not None
        }
        newest = record
    if newest is None or newest.values["fact_date"] != day:
        if newest and all(known.get(column) == value for column, value in stated.items()):
            return newest
        newest = book.new(table, day.isoformat(), **owner, fact_date=day)
    book.state(newest, row, columns)
    return newest
