"""One finding with all that is known of it: the ledger's fields, its money, its links, its history."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from data.ledger.fields import FIELDS
from data.schema import Finding, Official, Project, Unit
from queries.cards.finding_changes import finding_changes
from queries.cards.finding_facts import FindingFacts, finding_facts
from queries.cards.finding_history import Moment, history
from queries.cards.finding_repeats import chain_ids
from queries.cards.finding_standing import Standing, standings
from queries.cards.suspect_card import SuspectStanding, suspect_standings
from queries.filters import Scope
from queries.source import Source

_OF_STANDING = (
    "plan_year",
    "project_code",
    "project_type",
    "region",
    "section",
    "responsible_unit",
    "is_in_work_report",
    "extension_count",
)


@dataclass(frozen=True)
class Entry:
    """A field that is filled in: its name among FIELDS (title, kind and codes are there) and its value."""

    name: str
    value: Any


@dataclass(frozen=True)
class FindingCard:
    """`standing` is the finding on the day `as_of`; facts and history hold later ones too.

    `entries` are the fields by part of the ledger: "finding", "rectification", "close_out", "supervision";
    a part without any is left out. `money` is what was rectified up to the day by kind, most first.
    `repeats` are the findings of its chain that the reader may see, with itself, oldest first; empty where it
    stands alone. `suspect` is what an audit model flagged, where the finding came of it and the reader may
    see it.
    """

    as_of: date
    standing: Standing
    entries: dict[str, tuple[Entry, ...]]
    facts: FindingFacts
    money: tuple[tuple[str, int], ...]
    repeats: tuple[Standing, ...]
    history: tuple[Moment, ...]
    suspect: SuspectStanding | None

    @property
    def is_open(self) -> bool:
        """Whether rectification is still awaited on the day."""
        return self.standing.state in {"overdue", "partial", "in_progress"}

    @property
    def days_left(self) -> int | None:
        """Days to the limit of an open finding: 0 on its last day, negative after it; None without one."""
        due = self.standing.due_date
        return (due - self.as_of).days if due and self.is_open else None


def finding_card(
    source: Source, connection: Connection, finding_id: int, as_of: date, scope: Scope
) -> FindingCard | None:
    """The card, or None: the same answer for a finding that does not exist and for one outside the scope."""
    # Asked first: nothing else is read of a finding that the reader may not see.
    if not standings(source, [finding_id], as_of, scope):
        return None
    chain = standings(source, chain_ids(connection, finding_id), as_of, scope)
    standing = next(entry for entry in chain if entry.finding_id == finding_id)
    facts = finding_facts(connection, finding_id)
    return FindingCard(
        as_of=as_of,
        standing=standing,
        entries=_entries(dict(_values(connection, standing, facts))),
        facts=facts,
        money=_money(facts, as_of),
        repeats=tuple(chain) if len(chain) > 1 else (),
        history=history(facts, finding_changes(connection, finding_id)),
        suspect=_suspect(source, facts.finding.suspect_id, as_of, scope),
    )


def _suspect(source: Source, suspect_id: int | None, as_of: date, scope: Scope) -> SuspectStanding | None:
    if suspect_id is None:
        return None
    return suspect_standings(source, [suspect_id], as_of, scope).get(suspect_id)


def _entries(values: dict[str, Any]) -> dict[str, tuple[Entry, ...]]:
    parts: dict[str, list[Entry]] = {}
    for field in FIELDS.values():
        value = values.get(field.name)
        if value is not None and value != "":
            parts.setdefault(field.part or "finding", []).append(Entry(field.name, value))
    return {part: tuple(entries) for part, entries in parts.items()}


def _values(connection: Connection, standing: Standing, facts: FindingFacts) -> Iterator[tuple[str, Any]]:
    """(field, value): most columns are called as the fields are; the rest is named here."""
    yield from facts.finding._mapping.items()
    if facts.rectification:
        yield from facts.rectification._mapping.items()
    question = (
        select(
            Project.audited_year,
            Project.business_lead,
            Project.data_lead,
            Unit.credit_code.label("unit_credit_code"),
            Official.name.label("official_name"),
        )
        .select_from(Finding)
        .join(Project, Project.project_id == Finding.project_id)
        .join(Unit, Unit.unit_id == Finding.unit_id)
        .outerjoin(Official, Official.official_id == Finding.official_id)
        .where(Finding.finding_id == standing.finding_id)
    )
    yield from connection.execute(question).one()._mapping.items()
    classes = [name for name in (standing.problem_group, standing.problem_class) if name]
    yield "problem_class_name", " › ".join(dict.fromkeys(classes))
    yield "project_name", standing.project
    yield "unit_name", standing.unit
    yield "amount", standing.amount_fen
    yield "extended_due_date", standing.due_date if standing.extension_count else None
    for name in _OF_STANDING:
        yield name, getattr(standing, name) or None
    yield from _values_of_facts(facts)


def _values_of_facts(facts: FindingFacts) -> Iterator[tuple[str, Any]]:
    """Facts as a ledger has them, in one cell: the newest of its kind, numbers added up, days listed."""
    yield "document_number", "\n".join(row.document_number for row in facts.reports)
    yield "recommendation", "\n".join(row.wording for row in facts.recommendations)
    for kind, name in (("rule", "rule_count"), ("measure", "measure_count")):
        yield name, sum(row.rule_count for row in facts.rules if row.kind == kind) or None
    yield "accountable_persons", sum(row.person_count for row in facts.accountability) or None
    for row in facts.accountability:
        yield "accountability_measure", row.measure
    for row in facts.milestones:
        yield f"{row.kind}_person", row.person
        yield f"{row.kind}_date", row.fact_date
        yield f"{row.kind}_note", row.note
        yield f"{row.kind}_number", row.document_number
    days: dict[str, list[str]] = {}
    for row in facts.supervision_steps:
        days.setdefault(row.kind, []).append(row.fact_date.isoformat())
        yield f"{row.kind}_dates", "\n".join(days[row.kind])
        yield f"{row.kind}_number", row.document_number
    for row in facts.transfers:
        yield "transfer_body", row.receiving_body
        yield "transfer_number", row.document_number
        for name in ("decided_date", "sent_date", "result", "result_date"):
            yield f"transfer_{name}", getattr(row, name)


def _money(facts: FindingFacts, as_of: date) -> tuple[tuple[str, int], ...]:
    by_kind: dict[str, int] = {}
    for row in facts.money:
        if row.fact_date <= as_of:
            by_kind[row.kind] = by_kind.get(row.kind, 0) + row.amount_fen
    return tuple(sorted(by_kind.items(), key=lambda entry: -entry[1]))
