"""Writing records, inserts and updates: rows of one table together, references by the keys of what is new."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, update
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from data.intake.change import Insert, Record, Update, Write
from data.schema import Base


def insert_records(
    connection: Connection,
    kind: type[Base],
    records: Sequence[Record],
    ids: dict[Record, Any],
    stamps: Mapping[str, Any],
) -> None:
    """Insert records of one table and note their keys: those the database gave, or their own codes."""
    if not records:
        return
    table = table_of(kind)
    key = next(iter(table.primary_key.columns))
    rows = [_row(table, {**stamps, **entry.values}, ids) for entry in records]
    if key.name in rows[0]:  # sections and classes have their code for a key
        connection.execute(insert(table), rows)
        ids.update({entry: row[key.name] for entry, row in zip(records, rows, strict=True)})
        return
    question = insert(table).returning(key, sort_by_parameter_order=True)
    keys = connection.execute(question, rows).scalars()
    ids.update(dict(zip(records, keys, strict=True)))


def write_inserts(
    connection: Connection, writes: Iterable[Write], ids: Mapping[Record, Any], stamps: Mapping[str, Any]
) -> None:
    """New rows of each table together, with the stamps of this import."""
    by_table: dict[type[Base], list[dict[str, Any]]] = defaultdict(list)
    for write in writes:
        if isinstance(write, Insert):
            by_table[write.table].append(_row(table_of(write.table), {**stamps, **write.values}, ids))
    for kind, rows in by_table.items():
        connection.execute(insert(table_of(kind)), rows)


def write_updates(
    connection: Connection,
    writes: Iterable[Write],
    ids: Mapping[Record, Any],
    stamps: Mapping[str, Any] | None = None,
) -> None:
    """Updates of the same columns of one table go together; tables that have the columns take the stamps."""
    alike: dict[tuple[type[Base], tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
    for write in writes:
        if not isinstance(write, Update):
            continue
        columns = table_of(write.table).c
        values = write.values | {name: stamp for name, stamp in (stamps or {}).items() if name in columns}
        row = {f"new_{name}": resolved(value, ids) for name, value in values.items()}
        keys = write.key if isinstance(write.key, tuple) else (write.key,)
        row |= {f"at_{place}": resolved(key, ids) for place, key in enumerate(keys)}
        alike[write.table, tuple(sorted(values))].append(row)
    for (kind, names), rows in alike.items():
        table = table_of(kind)
        at_key = (
            column == bindparam(f"at_{place}") for place, column in enumerate(table.primary_key.columns)
        )
        question = update(table).where(*at_key)
        connection.execute(question.values({name: bindparam(f"new_{name}") for name in names}), rows)


def resolved(value: Any, ids: Mapping[Record, Any]) -> Any:
    """The key of a record, be it new or known; any other value as it is."""
    if not isinstance(value, Record):
        return value
    return ids[value] if value in ids else value.record_id or value.values[_code_column(value)]


def table_of(kind: type[Base]) -> Table:
    """The table of a mapped class."""
    table = kind.__table__
    assert isinstance(table, Table)
    return table


def _row(table: Table, values: Mapping[str, Any], ids: Mapping[Record, Any]) -> dict[str, Any]:
    """A complete row: every column of the table but a key that the database numbers."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.name in values:
            row[column.name] = resolved(values[column.name], ids)
        elif column is table.autoincrement_column:
            continue
        else:
            default = column.default
            row[column.name] = default.arg if isinstance(default, ScalarElementColumnDefault) else None
    return row


def _code_column(entry: Record) -> str:
    return next(iter(table_of(entry.table).primary_key.columns)).name
