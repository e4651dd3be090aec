"""The dry run: what importing a file would add, change, leave alone and refuse. Nothing is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from data.access.roles import User
from data.bureau import bureau
from data.engine import data_version
from data.intake.change import Delete, Record, Update, Write
from data.intake.preset import Preset
from data.intake.preview import Stub
from data.intake.reading.sheet import Source
from data.intake.refused import RowRefusedError
from data.intake.rows import Notice, Refusal, Row, gathered, read_rows
from data.language import _
from data.ledger.adopt import adopt_statement
from data.ledger.binding import bound_place, is_bound, may_not
from data.ledger.compare import Difference, compare
from data.ledger.preview import Entry, Preview
from data.ledger.prior import link_priors
from data.ledger.recorded import RecordedFinding, recorded_findings
from data.ledger.shared import Shared
from data.ledger.statement import Statement, check, settled
from data.schema import Base, Finding, ProblemClass, Project, Section, Unit

_STUB_KINDS: dict[type[Base], tuple[str, str]] = {
    Unit: ("unit", "credit_code"),
    Project: ("project", "project_code"),
    Section: ("section", "section_code"),
    ProblemClass: ("problem_class", "problem_class_code"),
}


@dataclass(frozen=True)
class Work:
    """What has to be written for one finding; `entry` is what a person sees of it."""

    entry: Entry
    finding: Record
    writes: tuple[Write, ...]


@dataclass(frozen=True)
class Plan:
    """What a person sees, and what has to be written for it.

    `work` are the new and changed findings, `records` new shared records, `writes` changes of shared ones.
    """

    preview: Preview
    work: tuple[Work, ...]
    records: tuple[Record, ...]
    writes: tuple[Write, ...]

    @property
    def data_version(self) -> int:
        """The data version that the plan was made on."""
        return self.preview.data_version


def plan(
    connection: Connection,
    source: Source,
    preset: Preset,
    as_of: date | None = None,
    *,
    user: User | None = None,
    unit: str | None = None,
) -> Plan:
    """Compare a file with the ledger. `as_of` is the day of the file (without it: the bureau's today).

    For a bound `user`, rows of other regions or sections are refused. `unit` is the unit of money columns
    whose heading names none. Raises FileRefusedError where the file cannot be read by the preset.
    """
    today = bureau(connection).as_of
    as_of = as_of or today
    reading = read_rows(source, preset, unit)
    refused, notices = list(reading.refused), list(reading.notices)
    stated = list(_statements(reading.rows, as_of, max(as_of, today), refused, notices))
    there = recorded_findings(connection, [statement.values["finding_code"] for statement in stated])
    statements = [_settled(statement, there) for statement in stated]
    shared = Shared(connection, statements, source.file_name)
    accepted: list[tuple[Statement, Difference]] = []
    for statement in statements:
        difference = _difference(
            statement, there.get(statement.values["finding_code"]), shared, user, refused
        )
        if difference is not None:
            accepted.append((statement, difference))
            notices.extend(statement.row.notice(*told) for told in difference.notices)
    link_priors(connection, accepted, there)
    work = [_work(statement, difference) for statement, difference in accepted]
    records = _new_records(work)
    preview = Preview(
        file_name=source.file_name,
        sha256=source.sha256,
        preset=preset.name,
        as_of=as_of,
        data_version=data_version(connection),
        rows=reading.row_count,
        added=tuple(part.entry for part in work if part.finding.is_new),
        changed=tuple(part.entry for part in work if part.entry.changes),
        unchanged=tuple(part.entry for part in work if not part.finding.is_new and not part.entry.changes),
        refused=tuple(sorted(refused, key=lambda refusal: (refusal.sheet, refusal.line))),
        notices=tuple(gathered(notices)),
        stubs=tuple(_stub(record) for record in records if record.table in _STUB_KINDS),
    )
    return Plan(
        preview=preview,
        work=tuple(part for part in work if part.finding.is_new or part.entry.changes),
        records=records,
        writes=tuple(_shared_updates(shared)),
    )


def _statements(
    rows: Iterable[Row],
    as_of: date,
    latest: date,
    refused: list[Refusal],
    notices: list[Notice],
) -> Iterator[Statement]:
    """The rows that keep the rules, each finding once."""
    seen: dict[str, Statement] = {}
    for row in rows:
        try:
            statement = check(row, as_of, latest)
        except RowRefusedError as error:
            refused.append(row.refusal(error.field, str(error)))
            continue
        code = statement.values["finding_code"]
        first = seen.setdefault(code, statement)
        if first is statement:
            notices.extend(row.notice(*told) for told in statement.notices)
            yield statement
        elif first.values == statement.values:
            notices.append(row.notice("finding_code", _("the same row once more; it counts once")))
        else:
            place = _("stated otherwise on sheet {sheet}, line {line}")
            reason = place.format(sheet=first.row.sheet, line=first.row.line)
            refused.append(row.refusal("finding_code", f"{code}: {reason}"))


def _settled(statement: Statement, there: Mapping[str, RecordedFinding]) -> Statement:
    recorded = there.get(statement.values["finding_code"])
    return settled(statement, recorded.values["found_date"] if recorded else None)


def _difference(
    statement: Statement,
    there: RecordedFinding | None,
    shared: Shared,
    user: User | None,
    refused: list[Refusal],
) -> Difference | None:
    named, fault = shared.named(statement)
    named = bound_place(user, named, there, shared)
    if reason := may_not(user, named, there, shared):
        refused.append(statement.row.refusal(*reason))
        return None
    difference = compare(statement, named, there, shared)
    changes, told = adopt_statement(statement, named, shared, may_change=not is_bound(user))
    difference.changes += changes
    difference.notices += told
    if fault:
        difference.notices.append(("region", fault))
    return difference


def _work(statement: Statement, difference: Difference) -> Work:
    values = statement.values
    entry = Entry(
        finding_code=values["finding_code"],
        title=values["title"],
        unit=values["unit_name"],
        project=values.get("project_name") or values["project_code"],
        amount_fen=values.get("amount"),
        sheet=statement.row.sheet,
        line=statement.row.line,
        changes=() if difference.finding.is_new else tuple(difference.changes),
    )
    return Work(entry, difference.finding, tuple(difference.writes))


def _new_records(work: Iterable[Work]) -> tuple[Record, ...]:
    """Every new shared record that a finding refers to, directly or through another record."""
    found: dict[Record, None] = {}

    def collect(values: Iterable[Any]) -> None:
        for value in values:
            if not isinstance(value, Record) or not value.is_new or value.table is Finding:
                continue
            if value not in found:
                found[value] = None
                collect(value.values.values())

    for part in work:
        if part.finding.is_new:
            collect(part.finding.values.values())
        for write in part.writes:
            if not isinstance(write, Delete):
                collect(write.values.values())
    return tuple(found)


def _stub(record: Record) -> Stub:
    kind, key = _STUB_KINDS[record.table]
    return Stub(kind, record.values.get(key) or "", record.values["name"])


def _shared_updates(shared: Shared) -> Iterator[Update]:
    for record in shared.known():
        before = record.before or {}
        differing = {name: value for name, value in record.values.items() if before.get(name) != value}
        if differing:
            yield Update(record.table, record.record_id, differing)
