"""Writing a plan: everything of one file in the caller's transaction, with one event and the history.

Order: shared records, findings, then the event (from here on the head of the event chain is locked), then
facts and history, which carry the event's id.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from data.engine import data_version, now
from data.events import FindingsImported, record
from data.intake.change import Change, Delete, Record, Update, Write
from data.intake.importing import PlanOutdatedError
from data.intake.writing import insert_records, resolved, table_of, write_inserts, write_updates
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
    Transfer,
    Unit,
)

_AT_A_TIME = 1000
_SHARED_ORDER: tuple[type[Base], ...] = (Section, ProblemClass, Unit, Official, Project, Report)


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
    write_updates(connection, plan.writes, ids)
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
    write_inserts(connection, writes, ids, stamps)
    write_updates(connection, [write for write in writes if _keeps_moment(write)], ids)
    write_updates(connection, [write for write in writes if not _keeps_moment(write)], ids, stamps)
    _write_deletes(connection, writes, ids)
    _raise_revisions(connection, plan)
    _write_history(connection, plan, ids, event_id)
    return event_id


def _keeps_moment(write: Write) -> bool:
    """Whether it stays recorded when it was: an answer that comes later does not make a sending late."""
    if write.table is Transfer:
        return isinstance(write, Update) and "sent_date" not in write.values
    return write.table is Finding


def _insert_shared(connection: Connection, records: Iterable[Record], ids: dict[Record, Any]) -> None:
    by_table: dict[type[Base], list[Record]] = defaultdict(list)
    for entry in records:
        by_table[entry.table].append(entry)
    for kind in _SHARED_ORDER:
        insert_records(connection, kind, by_table[kind], ids, {})


def _insert_findings(connection: Connection, plan: Plan, ids: dict[Record, Any], moment: Any) -> None:
    findings = [part.finding for part in plan.work if part.finding.is_new]
    stamps = {"recorded_at": moment, "source": plan.preview.file_name}
    insert_records(connection, Finding, findings, ids, stamps)


def _write_deletes(connection: Connection, writes: Iterable[Write], ids: Mapping[Record, Any]) -> None:
    for write in writes:
        if isinstance(write, Delete):
            table = table_of(write.table)
            keys = write.key if isinstance(write.key, tuple) else (write.key,)
            pairs = zip(table.primary_key.columns, keys, strict=True)
            connection.execute(delete(table).where(*(column == resolved(key, ids) for column, key in pairs)))


def _raise_revisions(connection: Connection, plan: Plan) -> None:
    """Whoever has one of these findings open at a step is told that it changed meanwhile."""
    changed = [part.finding.record_id for part in plan.work if not part.finding.is_new]
    for first in range(0, len(changed), _AT_A_TIME):
        some = changed[first : first + _AT_A_TIME]
        raised = update(Finding).where(Finding.finding_id.in_(some)).values(revision=Finding.revision + 1)
        connection.execute(raised)


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
        connection.execute(insert(table_of(FindingChange)), rows)


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
