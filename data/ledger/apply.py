"""Writing a plan: everything of one file in the caller's transaction, with one event and the history.

Order: shared records, findings, then the event (from here on the head of the event chain is locked), then
facts and history, which carry the event's id.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from data.engine import data_version, now
from data.events import FindingsImported, record
from data.ledger.change import Change, Delete, Insert, Record, Update, Write
from data.ledger.plan import Plan
from data.ledger.preview import Entry
from data.schema import (
    Base,
    ChainHead,
    Finding,
    FindingChange,
    Official,
    ProblemClass,
    Project,
    Report,
    Section,
    Unit,
)

_SHARED_ORDER: tuple[type[Base], ...] = (Section, ProblemClass, Unit, Official, Project, Report)


class PlanOutdatedError(Exception):
    """The ledger changed after the plan was made: nothing is written, and a new plan has to be made."""


class NothingImported(FindingsImported):
    """The same event where the file brought nothing new: the figures stay, and so does the data version."""

    changes_figures = False


def apply(connection: Connection, plan: Plan, actor: str) -> int:
    """Write the plan in the caller's transaction; returns the id of its event.

    Raises PlanOutdatedError where the ledger has moved on; the caller then rolls back.
    """
    if data_version(connection) != plan.preview.data_version:
        raise PlanOutdatedError  # asked again below, where nobody can come between
    moment = now()
    ids: dict[Record, Any] = {}
    preview = plan.preview
    _insert_shared(connection, plan.records, ids)
    _write_updates(connection, plan.writes, ids)
    _insert_findings(connection, plan, ids, moment)
    head = connection.execute(select(ChainHead.data_version).with_for_update()).scalar_one()
    if head != preview.data_version:
        raise PlanOutdatedError
    kind = FindingsImported if plan.work else NothingImported
    event_id = record(
        connection,
        actor,
        kind(
            file_name=preview.file_name,
            sha256=preview.sha256,
            preset=preview.preset,
            rows=preview.rows,
            added=len(preview.added),
            changed=len(preview.changed),
            unchanged=len(preview.unchanged),
            refused=preview.refused_rows,
        ),
    )
    stamps = {"recorded_at": moment, "event_id": event_id}
    writes = [write for part in plan.work for write in part.writes]
    _write_inserts(connection, writes, ids, stamps)
    _write_updates(connection, writes, ids, stamps)
    _write_deletes(connection, writes, ids)
    _write_history(connection, plan, ids, event_id)
    return event_id


def _insert_shared(connection: Connection, records: Iterable[Record], ids: dict[Record, Any]) -> None:
    by_table: dict[type[Base], list[Record]] = defaultdict(list)
    for entry in records:
        by_table[entry.table].append(entry)
    for kind in _SHARED_ORDER:
        _insert_records(connection, kind, by_table[kind], ids, {})


def _insert_findings(connection: Connection, plan: Plan, ids: dict[Record, Any], moment: Any) -> None:
    findings = [part.finding for part in plan.work if part.finding.is_new]
    stamps = {"recorded_at": moment, "source": plan.preview.file_name}
    _insert_records(connection, Finding, findings, ids, stamps)


def _insert_records(
    connection: Connection,
    kind: type[Base],
    records: Sequence[Record],
    ids: dict[Record, Any],
    stamps: Mapping[str, Any],
) -> None:
    """Insert records of one table and note the keys the database gave them."""
    if not records:
        return
    table = _table(kind)
    key = next(iter(table.primary_key.columns))
    rows = [_row(table, {**stamps, **entry.values}, ids) for entry in records]
    if key.name in rows[0]:  # sections and classes have their code for a key
        connection.execute(insert(table), rows)
        ids.update({entry: row[key.name] for entry, row in zip(records, rows, strict=True)})
        return
    question = insert(table).returning(key, sort_by_parameter_order=True)
    keys = connection.execute(question, rows).scalars()
    ids.update(dict(zip(records, keys, strict=True)))


def _write_inserts(
    connection: Connection, writes: Iterable[Write], ids: Mapping[Record, Any], stamps: Mapping[str, Any]
) -> None:
    by_table: dict[type[Base], list[dict[str, Any]]] = defaultdict(list)
    for write in writes:
        if isinstance(write, Insert):
            by_table[write.table].append(_row(_table(write.table), {**stamps, **write.values}, ids))
    for kind, rows in by_table.items():
        connection.execute(insert(_table(kind)), rows)


def _write_updates(
    connection: Connection,
    writes: Iterable[Write],
    ids: Mapping[Record, Any],
    stamps: Mapping[str, Any] | None = None,
) -> None:
    """Updates of the same columns of one table go together. Facts also take the stamps of this import."""
    alike: dict[tuple[type[Base], tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
    for write in writes:
        if not isinstance(write, Update):
            continue
        values = dict(write.values)
        if write.table is not Finding:
            values |= {name: stamp for name, stamp in (stamps or {}).items() if name in _table(write.table).c}
        row = {f"new_{name}": _resolved(value, ids) for name, value in values.items()}
        row["at_key"] = _resolved(write.key, ids)
        alike[write.table, tuple(sorted(values))].append(row)
    for (kind, names), rows in alike.items():
        table = _table(kind)
        key = next(iter(table.primary_key.columns))
        question = update(table).where(key == bindparam("at_key"))
        connection.execute(question.values({name: bindparam(f"new_{name}") for name in names}), rows)


def _write_deletes(connection: Connection, writes: Iterable[Write], ids: Mapping[Record, Any]) -> None:
    for write in writes:
        if isinstance(write, Delete):
            table = _table(write.table)
            keys = write.key if isinstance(write.key, tuple) else (write.key,)
            pairs = zip(table.primary_key.columns, keys, strict=True)
            connection.execute(delete(table).where(*(column == _resolved(key, ids) for column, key in pairs)))


def _write_history(connection: Connection, plan: Plan, ids: Mapping[Record, Any], event_id: int) -> None:
    rows = [
        {
            "finding_id": ids.get(part.finding, part.finding.record_id),
            "event_id": event_id,
            "is_new": part.finding.is_new,
            "changes": _told(part.entry, plan.preview.file_name),
        }
        for part in plan.work
    ]
    if rows:
        connection.execute(insert(_table(FindingChange)), rows)


def _told(entry: Entry, file_name: str) -> str:
    """The history of one finding as JSON: {field: [old, new]}, with the row it comes from."""
    place = f"{file_name} · {entry.sheet} · {entry.line}"
    pairs: dict[str, list[Any]] = {"source_row": [None, place]}
    for change in entry.changes:
        pairs[_free_name(change, pairs)] = [change.old, change.new]
    return json.dumps(pairs, ensure_ascii=False, default=_plain)


def _free_name(change: Change, pairs: Mapping[str, Any]) -> str:
    """Several facts of one kind may change at once: interview_dates, interview_dates#2."""
    name, number = change.field, 2
    while name in pairs:
        name, number = f"{change.field}#{number}", number + 1
    return name


def _plain(value: object) -> Any:
    return value.isoformat() if isinstance(value, date) else str(value)


def _row(table: Table, values: Mapping[str, Any], ids: Mapping[Record, Any]) -> dict[str, Any]:
    """A complete row: every column of the table but a key that the database numbers."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.name in values:
            row[column.name] = _resolved(values[column.name], ids)
        elif column is table.autoincrement_column:
            continue
        else:
            default = column.default
            row[column.name] = default.arg if isinstance(default, ScalarElementColumnDefault) else None
    return row


def _resolved(value: Any, ids: Mapping[Record, Any]) -> Any:
    if not isinstance(value, Record):
        return value
    return ids[value] if value in ids else value.record_id or value.values[_code_column(value)]


def _code_column(entry: Record) -> str:
    return next(iter(_table(entry.table).primary_key.columns)).name


def _table(kind: type[Base]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table
