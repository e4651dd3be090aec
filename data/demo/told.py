"""Rows told as dictionaries, into one table: for the small registers, where no speed is asked for."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from data.demo.bulk import insert_rows
from data.demo.days import AS_OF, MOMENT_TEXT
from data.schema import Base


def write_told(connection: Connection, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Write the rows, which all have the same keys, recorded on the last day of the demonstration."""
    if not rows:
        return
    columns = list(rows[0])
    insert_rows(
        connection,
        table,
        (*columns, "recorded_at"),
        ((*(_kept(row[column]) for column in columns), MOMENT_TEXT[AS_OF]) for row in rows),
    )


def _kept(value: Any) -> str | int | None:
    return value.isoformat() if isinstance(value, date) else value
