"""The history of one finding: every dated fact, in the order in which things happened."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row

from data.codes import ESCALATION_STEP, MILESTONE
from data.language import mark
from data.local_time import in_china
from queries.cards.finding_changes import FieldChange, ImportChange
from queries.cards.finding_facts import FindingFacts

# Kind of moment -> title; the order is that of the field, for facts of one and the same day.
TITLES = {
    "found": mark("Found and delivered"),
    "report": mark("Cited in a report"),
    "recommendation": mark("Recommendation given"),
    **ESCALATION_STEP,
    "tracked": mark("Followed up"),
    "extended": MILESTONE["extended"],
    "money": mark("Money rectified"),
    "rule": mark("Rule established"),
    "accountability": mark("Held to account"),
    "adopted": mark("Unit adopted the recommendation"),
    **MILESTONE,
    "transfer_decided": mark("Transfer decided"),
    "transfer_sent": mark("Transferred to another body"),
    "transfer_result": mark("Result of the transfer"),
    "imported": mark("Entered by import"),
    "changed": mark("Changed by import"),
}
_SETTING_LIMITS = {"notified", "extended", "reopened"}  # what is asked for sets none
_PLACES = {kind: place for place, kind in enumerate(TITLES)}


@dataclass(frozen=True)
class Moment:
    """One fact. `kind` is a key of TITLES (or a code that no list has); what does not apply is None.

    `words` is text as recorded. `part` is a code of the kind's own list: MONEY_KIND, RULE_KIND, REPORT_KIND.
    `due_dates` are the limit before and after. `recorded_date` is the day of entry, in China's time. A step
    taken in this system has the `revision` of the finding after it and, where the finding is about money, as
    `figures` the amounts rectified and open then.
    """

    fact_date: date
    kind: str
    words: str | None = None
    part: str | None = None
    amount_fen: int | None = None
    count: int | None = None
    due_dates: tuple[date | None, date] | None = None
    changes: tuple[FieldChange, ...] = ()
    person: str | None = None
    document_number: str | None = None
    is_fact_date_assumed: bool = False
    recorded_date: date | None = None
    revision: int | None = None
    figures: tuple[int, int] | None = None

    @property
    def is_recorded_later(self) -> bool:
        """Whether it was entered after the day on which it happened (补录)."""
        return self.recorded_date is not None and self.recorded_date > self.fact_date


def history(facts: FindingFacts, imports: Iterable[ImportChange]) -> tuple[Moment, ...]:
    """All moments of a finding, oldest first. On one day what was told comes in the order of the field,
    and after it the steps that were taken in this system, with their money and matters, in their own.
    """
    moments = [
        Moment(
            facts.finding.found_date,
            "found",
            is_fact_date_assumed=facts.finding.is_found_date_assumed,
            recorded_date=_entered(facts.finding),
        ),
        *_reports(facts),
        *_milestones(facts),
        *_supervision(facts),
        *_money_and_rules(facts),
        *_recommendations(facts),
        *_transfers(facts),
        *_imports(imports),
    ]
    moments.sort(key=_place)
    return tuple(moments)


def _place(moment: Moment) -> tuple[date, int, int]:
    return moment.fact_date, moment.revision or 0, _PLACES.get(moment.kind, len(_PLACES))


def _reports(facts: FindingFacts) -> Iterator[Moment]:
    for row in facts.reports:
        if day := row.delivered_date or row.issued_date:
            yield Moment(day, "report", part=row.report_kind, document_number=row.document_number)


def _milestones(facts: FindingFacts) -> Iterator[Moment]:
    limit = facts.rectification.due_date if facts.rectification else None
    extended: date | None = None
    for row in facts.milestones:
        due_dates = None
        if row.new_due_date:
            due_dates = (extended or limit, row.new_due_date)
            if row.kind in _SETTING_LIMITS:
                # The latest of them is in force, as in queries/relations/stored/finding_spell.sql.
                extended = max(extended or row.new_due_date, row.new_due_date)
        yield Moment(
            row.fact_date,
            row.kind,
            words=row.note,
            due_dates=due_dates,
            person=row.person,
            document_number=row.document_number,
            is_fact_date_assumed=row.is_fact_date_assumed,
            recorded_date=_entered(row),
            revision=row.revision,
            figures=None if row.open_fen is None else (row.rectified_fen or 0, row.open_fen),
        )


def _supervision(facts: FindingFacts) -> Iterator[Moment]:
    for row in facts.supervision_steps:
        number = row.document_number
        yield Moment(row.fact_date, row.kind, document_number=number, recorded_date=_entered(row))
    rectification = facts.rectification
    if rectification and rectification.last_tracking_date:
        yield Moment(rectification.last_tracking_date, "tracked", count=rectification.tracking_count)


def _money_and_rules(facts: FindingFacts) -> Iterator[Moment]:
    steps = {row.event_id: row.revision for row in facts.milestones if row.event_id is not None}
    for row in facts.money:
        yield Moment(
            row.fact_date,
            "money",
            part=row.kind,
            amount_fen=row.amount_fen,
            is_fact_date_assumed=row.is_fact_date_assumed,
            recorded_date=_entered(row),
            revision=steps.get(row.event_id),
        )
    for row in facts.rules:
        yield Moment(
            row.fact_date,
            "rule",
            words=row.title,
            part=row.kind,
            count=row.rule_count,
            recorded_date=_entered(row),
        )
    for row in facts.accountability:
        yield Moment(
            row.fact_date,
            "accountability",
            words=row.measure,
            count=row.person_count,
            recorded_date=_entered(row),
        )


def _recommendations(facts: FindingFacts) -> Iterator[Moment]:
    for row in facts.recommendations:
        yield Moment(row.given_date, "recommendation", words=row.wording, recorded_date=_entered(row))
        if row.adopted_date:
            yield Moment(row.adopted_date, "adopted", words=row.wording, recorded_date=_entered(row))


def _transfers(facts: FindingFacts) -> Iterator[Moment]:
    # A step that sends a matter out writes both at one moment, and by that moment they are matched.
    steps = {row.recorded_at: row for row in facts.milestones if row.kind == "transferred"}
    for row in facts.transfers:
        body, entered, sending = row.receiving_body, _entered(row), steps.get(row.recorded_at)
        step = sending.revision if sending else None
        # A matter that had waited takes on the moment of its sending, but was not decided by that step.
        is_by_step = sending is not None and row.decided_date == sending.fact_date
        yield Moment(
            row.decided_date,
            "transfer_decided",
            words=body,
            recorded_date=entered,
            revision=step if is_by_step else None,
        )
        if row.sent_date:
            yield Moment(
                row.sent_date,
                "transfer_sent",
                words=body,
                document_number=row.document_number,
                recorded_date=entered,
                revision=step,
            )
        if row.result_date:
            yield Moment(row.result_date, "transfer_result", words=row.result, recorded_date=entered)


def _imports(imports: Iterable[ImportChange]) -> Iterator[Moment]:
    for entry in imports:
        if entry.place is None and not entry.is_new:
            continue  # the words of a step that was taken here: the step itself is told
        yield Moment(
            entry.happened_at.date(),
            "imported" if entry.is_new else "changed",
            words=entry.place,
            changes=entry.changes,
            person=entry.actor,
        )


def _entered(row: Row[Any]) -> date:
    return in_china(row.recorded_at).date()
