"""Writing a plan: everything of one file in the caller's transaction, with one event.

Order: records in the order in which tables refer to each other, then the event (from here on the head of the
event chain is locked), then the facts that carry the event's id.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select

from data.engine import data_version, now
from data.events import RegisterImported, record
from data.intake.change import Record, Update
from data.intake.importing import PlanOutdatedError
from data.intake.writing import insert_records, table_of, write_updates
from data.registers.plan import Plan
from data.registers.preview import Preview
from data.schema import Base, ChainHead
from data.schema.all_tables import ALL_TABLES

_CHANGES_KEPT = 500  # changed fields in the event; a file that changes more is told of by its counts
_HIDDEN = ("identity_number",)  # the log says that it changed, not what it was


class NothingRegistered(RegisterImported):
    """The same event where the file brought nothing new: the figures stay, and so does the data version."""

    changes_figures = False


def apply(connection: Connection, plan: Plan, actor: str) -> int:
    """Write the plan in the caller's transaction; returns the id of its event.

    Raises PlanOutdatedError where the database has moved on; the caller then rolls back.
    """
    preview = plan.preview
    if data_version(connection) != preview.data_version:
        raise PlanOutdatedError  # asked again below, where nobody can come between
    ids: dict[Record, Any] = {}
    stamps: dict[str, Any] = {"recorded_at": now(), "source": preview.file_name, "entered_by": actor}
    with_event = [entry for entry in plan.records if "event_id" in table_of(entry.table).c]
    others = [entry for entry in plan.records if "event_id" not in table_of(entry.table).c]
    _write(connection, others, ids, stamps)
    head = connection.execute(select(ChainHead.data_version).with_for_update()).scalar_one()
    if head != preview.data_version:
        raise PlanOutdatedError
    event_id = record(connection, actor, _event(preview, is_writing=bool(plan.records)))
    _write(connection, with_event, ids, stamps | {"event_id": event_id})
    return event_id


def _write(
    connection: Connection, records: Sequence[Record], ids: dict[Record, Any], stamps: Mapping[str, Any]
) -> None:
    by_table: dict[type[Base], list[Record]] = defaultdict(list)
    for entry in records:
        by_table[entry.table].append(entry)
    order = {table: place for place, table in enumerate(ALL_TABLES.sorted_tables)}
    for kind in sorted(by_table, key=lambda kind: order[table_of(kind)]):
        table = table_of(kind)
        new = [entry for entry in by_table[kind] if entry.is_new]
        to_itself = _columns_to_itself(table)
        # Rows of one table may refer to each other in any order: they are written first and joined after.
        joins = {entry: {name: entry.values.pop(name, None) for name in to_itself} for entry in new}
        insert_records(connection, kind, new, ids, stamps)
        for entry, held in joins.items():
            entry.values.update(held)
        updates = [
            Update(kind, ids[entry], filled)
            for entry, held in joins.items()
            if (filled := {name: value for name, value in held.items() if value is not None})
        ]
        write_updates(connection, updates, ids)
        renewed = {"recorded_at": stamps["recorded_at"]} | (
            {"entered_by": stamps["entered_by"]} if "entered_by" in table.c else {}
        )
        known = [_update(kind, entry) for entry in by_table[kind] if not entry.is_new]
        write_updates(connection, known, ids, renewed)


def _update(kind: type[Base], entry: Record) -> Update:
    before = entry.before or {}
    differing = {name: value for name, value in entry.values.items() if before.get(name) != value}
    return Update(kind, entry.record_id, differing)


def _columns_to_itself(table: Table) -> list[str]:
    return [
        column.name
        for column in table.columns
        if any(foreign.column.table is table for foreign in column.foreign_keys)
    ]


def _event(preview: Preview, *, is_writing: bool) -> RegisterImported:
    changes = [
        (entry.label, change.field, *_told(change.field, change.old, change.new))
        for entry in preview.changed
        for change in entry.changes
    ]
    kind = RegisterImported if is_writing else NothingRegistered
    return kind(
        register=preview.register,
        file_name=preview.file_name,
        sha256=preview.sha256,
        preset=preview.preset,
        rows=preview.rows,
        added=len(preview.added),
        changed=len(preview.changed),
        unchanged=len(preview.unchanged),
        refused=preview.refused_rows,
        field_changes=tuple(changes[:_CHANGES_KEPT]),
        changes_left_out=max(0, len(changes) - _CHANGES_KEPT),
    )


def _told(field: str, old: Any, new: Any) -> tuple[str | None, str | None]:
    return (None, None) if field in _HIDDEN else (_plain(old), _plain(new))


def _plain(value: Any) -> str | None:
    if value is None or value == "":
        return None
    return value.isoformat() if isinstance(value, date) else str(value)
