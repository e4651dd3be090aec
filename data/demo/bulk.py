"""Many rows into one table at once: COPY on PostgreSQL, executemany on SQLite, in the caller's transaction.

Values are str, int or None, dates and moments as text the way both engines keep them: nothing has to be
converted row by row.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, text

from data.schema import Base
from data.schema.all_tables import ALL_TABLES

Row = Sequence[str | int | None]


def insert_rows(
    connection: Connection, model: type[Base], columns: Sequence[str], rows: Iterable[Row]
) -> None:
    """Insert rows given in the order of `columns`; columns that are left out stay empty."""
    table = model.__tablename__
    names = ", ".join(columns)
    driver: Any = connection.connection.driver_connection
    if connection.dialect.name == "postgresql":
        with driver.cursor() as cursor, cursor.copy(f"copy {table} ({names}) from stdin") as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join("?" * len(columns))
    driver.executemany(f"insert into {table} ({names}) values ({marks})", rows)


def continue_numbering(connection: Connection) -> None:
    """Let PostgreSQL number the next rows after those that came with ids of their own."""
    if connection.dialect.name != "postgresql":
        return
    for table in ALL_TABLES.sorted_tables:
        column = table.autoincrement_column
        if column is None:
            continue
        connection.execute(
            text(
                f"select setval(pg_get_serial_sequence('{table.name}', '{column.name}'),"
                f" max({column.name})) from {table.name} having max({column.name}) is not null"
            )
        )
