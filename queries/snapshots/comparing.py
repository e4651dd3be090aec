"""What became of a frozen day: each figure then, on the same day as it is known now, and today; and why."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Date, DateTime, Engine, bindparam, text

from data.codes import STATE_MILESTONES, label
from data.engine import reading
from data.events import TransferKept
from data.language import _
from data.snapshots import FrozenFinding, SnapshotFacts, frozen_figures, frozen_findings
from queries.catalog import Kpi, kpis
from queries.filters import Filters
from queries.reporting.leading import most_important_first
from queries.run import Number, course
from queries.snapshots.freezing import findings_behind, ledger_on
from queries.source import Source


@dataclass(frozen=True)
class FigureThenAndNow:
    """A KPI when it was frozen, on that day by what is known now, and on the later day."""

    kpi: Kpi
    then: Number | None
    again: Number | None
    now: Number | None


@dataclass(frozen=True)
class Fact:
    """A dated fact of a finding. `recorded_at` is UTC; `actor` is "" where no event tells it."""

    finding_id: int
    what: str
    fact_date: date
    recorded_at: datetime
    actor: str
    is_late: bool


@dataclass(frozen=True)
class FindingChange:
    """A finding that is another now: `change` is entered, left or changed; `why` says by what."""

    finding_id: int
    finding_code: str
    change: str
    state_then: str | None
    state_now: str | None
    amount_then: int | None
    amount_now: int | None
    rectified_then: int | None
    rectified_now: int | None
    why: str


@dataclass(frozen=True)
class Comparison:
    """Everything that differs; `figures` stand the most important first, `late` are the facts dated up to the
    frozen day and recorded after it.
    """

    figures: tuple[FigureThenAndNow, ...]
    changes: tuple[FindingChange, ...]
    late: tuple[Fact, ...]
    codes: dict[int, str]


def compare(engine: Engine, source: Source, facts: SnapshotFacts, day: date) -> Comparison:
    """The snapshot beside `day` as the source has it now, for the whole bureau."""
    with reading(engine) as connection:
        figures = frozen_figures(connection, facts.snapshot_id)
        then = frozen_findings(connection, facts.snapshot_id)
        known = _facts_since(connection, facts)
        corrected = _corrected_since(connection, facts)
    days = dict.fromkeys((facts.as_of_date, day))
    beside = []
    for name in most_important_first(figures):
        if name in kpis():
            found = course(source, kpis()[name], Filters(as_of=day), days)
            beside.append(
                FigureThenAndNow(kpis()[name], figures[name].number, found[0].value, found[-1].value)
            )
    now = {row[0]: row for row in ledger_on(source, day)}
    codes = {finding_id: row[1] for finding_id, row in now.items()}
    codes |= {finding_id: finding.finding_code for finding_id, finding in then.items()}
    of_finding: dict[int, list[Fact]] = defaultdict(list)
    for fact in known:
        if fact.fact_date <= day:
            of_finding[fact.finding_id].append(fact)
    changes = []
    for finding_id in sorted({*then, *now}):
        before, after = then.get(finding_id), now.get(finding_id)
        if _is_same(before, after):
            continue
        why = _why(of_finding[finding_id], corrected.get(finding_id, []), before, after)
        changes.append(_change(finding_id, before, after, why))
    late = tuple(fact for fact in known if fact.is_late)
    return Comparison(tuple(beside), tuple(changes), late, codes)


@dataclass(frozen=True)
class Moves:
    """The findings of one figure: counted on the later day and not then, the reverse, and all of then."""

    entered: frozenset[int]
    left: frozenset[int]
    frozen: tuple[FrozenFinding, ...]


def moves_of(engine: Engine, source: Source, facts: SnapshotFacts, name: str, day: date) -> Moves:
    """What came to a KPI and went from it between the freeze and `day`."""
    with reading(engine) as connection:
        kept = frozen_findings(connection, facts.snapshot_id)
    then = {number: finding for number, finding in kept.items() if name in finding.kpis.split()}
    now = set(findings_behind(source, kpis()[name], day))
    return Moves(frozenset(now - then.keys()), frozenset(then.keys() - now), tuple(then.values()))


def _is_same(before: FrozenFinding | None, after: Any) -> bool:
    if before is None or after is None:
        return before is after
    kept = (before.state, before.amount_fen, before.rectified_fen, before.due_date)
    return bool(kept == tuple(after[2:6]))


def _change(finding_id: int, before: FrozenFinding | None, after: Any, why: str) -> FindingChange:
    return FindingChange(
        finding_id,
        before.finding_code if before else after[1],
        "entered" if before is None else "left" if after is None else "changed",
        before.state if before else None,
        after[2] if after else None,
        before.amount_fen if before else None,
        after[3] if after else None,
        before.rectified_fen if before else None,
        after[4] if after else None,
        why,
    )


def _why(facts: list[Fact], corrected: list[str], before: FrozenFinding | None, after: Any) -> str:
    told = [
        _("{what} {day}, recorded late").format(what=fact.what, day=fact.fact_date)
        if fact.is_late
        else _("{what} {day}").format(what=fact.what, day=fact.fact_date)
        for fact in facts
    ]
    told += corrected
    if not told and before and after and after[2] == "overdue" and before.state != "overdue":
        told = [_("The limit of {day} passed").format(day=after[5])]
    return "；".join(told) or _("Changed in the ledger")


_DATED = (
    ("finding", "finding_id, 'found', found_date, recorded_at, null"),
    ("milestone", "finding_id, kind, fact_date, recorded_at, event_id"),
    ("rectified_money", "finding_id, 'money', fact_date, recorded_at, event_id"),
    ("established_rule", "finding_id, 'rule', fact_date, recorded_at, null"),
    ("transfer", "finding_id, 'sent', coalesce(sent_date, decided_date), recorded_at, null"),
)


def _facts_since(connection: Connection, facts: SnapshotFacts) -> list[Fact]:
    """Facts that were recorded after the freeze, or are dated after the frozen day, oldest first."""
    parts = " union all ".join(f"select {columns} from {table}" for table, columns in _DATED)
    rows = connection.execute(
        text(
            f"""with fact (finding_id, kind, fact_date, recorded_at, event_id) as ({parts})
            select f.finding_id, f.kind, f.fact_date, f.recorded_at, coalesce(e.actor, ''),
                case when f.event_id is null then f.recorded_at > :taken_at else f.event_id > :event_id end
            from fact as f left join event as e on e.event_id = f.event_id
            where f.fact_date > :day or f.event_id > :event_id
                or (f.event_id is null and f.recorded_at > :taken_at)
            order by f.fact_date, f.finding_id"""
        )
        # Else SQLite compares texts, of which the one without fractions of a second comes first.
        .bindparams(bindparam("taken_at", type_=DateTime()))
        .columns(fact_date=Date(), recorded_at=DateTime()),
        {"taken_at": facts.taken_at, "event_id": facts.event_id, "day": facts.as_of_date},
    ).all()
    figures = {"found", "money", "rule", "sent", *STATE_MILESTONES}
    dated = [
        Fact(row[0], _what(row[1]), row[2], row[3], row[4], bool(row[5]) and row[2] <= facts.as_of_date)
        for row in rows
        if row[1] in figures
    ]
    return sorted([*dated, *_answers_since(connection, facts)], key=lambda fact: fact.fact_date)


def _answers_since(connection: Connection, facts: SnapshotFacts) -> list[Fact]:
    """Answers to transfers entered after the freeze: a transfer has one moment, that of its sending."""
    kept = connection.execute(
        text(
            """select detail, happened_at, actor from event
            where kind = :kind and event_id > :event_id order by event_id"""
        ).columns(happened_at=DateTime()),
        {"kind": TransferKept.kind, "event_id": facts.event_id},
    )
    found = [
        (number, detail["after"].get("result_date"), at, actor)
        for words, at, actor in kept
        for detail in [json.loads(words)]
        for number in detail["finding_ids"]
    ]
    stated = connection.execute(
        text(
            """select c.finding_id, c.changes, e.happened_at, e.actor
            from finding_change as c join event as e on e.event_id = c.event_id
            where c.event_id > :event_id and c.changes like '%"transfer_result_date"%' order by c.event_id"""
        ).columns(happened_at=DateTime()),
        {"event_id": facts.event_id},
    )
    for number, words, at, actor in stated:
        found.append((number, json.loads(words)["transfer_result_date"][1], at, actor))
    return [
        Fact(number, _("Answer to a transfer"), day, at, actor, day <= facts.as_of_date)
        for number, said, at, actor in found
        if said
        for day in [date.fromisoformat(said)]
    ]


def _what(kind: str) -> str:
    words = {
        "found": _("Entered the ledger"),
        "money": _("Amount rectified"),
        "rule": _("Rule or measure"),
        "sent": _("Transfer"),
    }
    return words.get(kind) or label("milestone", kind)


def _corrected_since(connection: Connection, facts: SnapshotFacts) -> dict[int, list[str]]:
    """What imports changed in findings since: the title of the event and its day, by finding."""
    from queries.administration.event_words import event_title  # noqa: PLC0415 - it knows every subject

    rows = connection.execute(
        text(
            """select c.finding_id, e.kind, e.event_id from finding_change as c
            join event as e on e.event_id = c.event_id where c.event_id > :event_id order by e.event_id"""
        ),
        {"event_id": facts.event_id},
    ).all()
    found: dict[int, list[str]] = defaultdict(list)
    for finding_id, kind, number in rows:
        words = _("{event} (event {number})").format(event=event_title(kind), number=number)
        if words not in found[finding_id]:
            found[finding_id].append(words)
    return found
