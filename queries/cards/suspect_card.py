"""One suspect with all that is known of it: how it stands, its course, whom it touches, what is attached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select
from sqlalchemy.orm import aliased

from data.access.roles import COMMAND_LINE, User
from data.attachments import AttachmentFacts, attachments_of
from data.language import _
from data.schema import Account, Finding, Region, Section, Suspect, SuspectParty, SuspectStep
from queries.audit_models.leading import met_in_suspect, suspects_led_to
from queries.compose import relations_read, seen_where_issued
from queries.filters import Scope
from queries.source import Source

MOST_OTHERS = 50
_COLUMNS = (
    "t.suspect_id, t.model_code, t.model, t.model_sector, t.severity, t.entity_reference, t.summary, "
    "t.suspect_fen, t.flagged_date, t.suspect_state, t.digital_step, t.suspect_answer, t.issued_to, "
    "t.issued_date, t.due_date, t.days_overdue, t.answered_date, t.section_code, t.section, t.region_code, "
    "t.region, t.ledger_stage, t.finding_id, t.finding_code"
)


@dataclass(frozen=True)
class SuspectStanding:
    """One suspect on one day; see queries/relations/as_of/suspect_as_of.sql."""

    suspect_id: int
    model_code: str
    model: str
    model_sector: str | None
    severity: str | None
    entity_reference: str
    summary: str
    suspect_fen: int | None
    flagged_date: date
    suspect_state: str
    digital_step: str
    suspect_answer: str
    issued_to: str | None
    issued_date: date | None
    due_date: date | None
    days_overdue: int | None
    answered_date: date | None
    section_code: str | None
    section: str | None
    region_code: str | None
    region: str | None
    ledger_stage: str | None
    finding_id: int | None
    finding_code: str | None


@dataclass(frozen=True)
class CourseStep:
    """A dated step: the state it led to, and what it said. `who` is empty for steps that nobody signed."""

    state: str
    fact_date: date
    who: str
    note: str
    to: tuple[str, ...]  # section and region that it went to
    due_date: date | None
    amount_fen: int | None
    finding_id: int | None
    finding_code: str | None


@dataclass(frozen=True)
class TouchedParty:
    """Whom the suspect touches. `name` is masked as it was registered; the number itself is not told.

    `others` are numbers of other suspects that touch the same, whoever may see them.
    """

    suspect_party_id: int
    kind: str
    name: str
    others: tuple[int, ...]


@dataclass(frozen=True)
class SuspectCard:
    """`parties` in the order of registering, `others` are suspects of the same parties that the reader
    may see.

    `amount_fen` is what was confirmed last. `run_id` is the run that found it first.
    """

    as_of: date
    standing: SuspectStanding
    steps: tuple[CourseStep, ...]
    amount_fen: int | None
    parties: tuple[TouchedParty, ...]
    others: dict[int, SuspectStanding]
    attachments: tuple[AttachmentFacts, ...]
    run_id: int | None


def suspect_card(  # noqa: PLR0917 what, of when, and for whom
    source: Source, connection: Connection, user: User, suspect_id: int, as_of: date, scope: Scope
) -> SuspectCard | None:
    """The card, or None: the same where there is no such suspect (yet) and where it is out of sight."""
    found = suspect_standings(source, [suspect_id], as_of, scope)
    if not found:
        return None
    steps = _steps(connection, suspect_id, as_of)
    parties = _parties(connection, user, suspect_id)
    wanted = sorted({number for party in parties for number in party.others})
    return SuspectCard(
        as_of=as_of,
        standing=found[suspect_id],
        steps=steps,
        amount_fen=next((step.amount_fen for step in reversed(steps) if step.amount_fen is not None), None),
        parties=parties,
        others=suspect_standings(source, wanted, as_of, scope),
        attachments=attachments_of(connection, "suspect", suspect_id),
        run_id=connection.scalar(select(Suspect.model_run_id).where(Suspect.suspect_id == suspect_id)),
    )


def suspect_standings(
    source: Source, suspect_ids: Sequence[int], as_of: date, scope: Scope
) -> dict[int, SuspectStanding]:
    """Those of these suspects that were there on the day and that the reader may see, by number."""
    if not suspect_ids:
        return {}
    is_seen, parameters = seen_where_issued(source, scope)
    sql = f"""{relations_read(source, "from suspect_as_of", [as_of])}
        select {_COLUMNS} from suspect_as_of as t
        where list_contains($suspect_ids, t.suspect_id) and {is_seen} order by t.suspect_id"""
    rows = source.rows(sql, parameters | {"suspect_ids": list(suspect_ids)})
    return {row[0]: SuspectStanding(*row) for row in rows}


def _steps(connection: Connection, suspect_id: int, as_of: date) -> tuple[CourseStep, ...]:
    question = (
        select(
            SuspectStep.state,
            SuspectStep.fact_date,
            SuspectStep.user_name,
            Account.display_name,
            SuspectStep.note,
            Section.name.label("section"),
            Region.name.label("region"),
            SuspectStep.due_date,
            SuspectStep.amount_fen,
            SuspectStep.finding_id,
            Finding.finding_code,
        )
        .outerjoin(Account, Account.user_name == SuspectStep.user_name)
        .outerjoin(Section, Section.section_code == SuspectStep.to_section_code)
        .outerjoin(Region, Region.region_code == SuspectStep.to_region_code)
        .outerjoin(Finding, Finding.finding_id == SuspectStep.finding_id)
        .where(SuspectStep.suspect_id == suspect_id, SuspectStep.fact_date <= as_of)
        .order_by(SuspectStep.fact_date, SuspectStep.suspect_step_id)
    )
    return tuple(
        CourseStep(
            state=row.state,
            fact_date=row.fact_date,
            who=_who(row.user_name, row.display_name),
            note=row.note or "",
            to=tuple(name for name in (row.section, row.region) if name),
            due_date=row.due_date,
            amount_fen=row.amount_fen,
            finding_id=row.finding_id,
            finding_code=row.finding_code,
        )
        for row in connection.execute(question)
    )


def _who(user_name: str | None, display_name: str | None) -> str:
    if user_name == COMMAND_LINE.user_name:
        return _("Scheduled run or command line")
    return display_name or user_name or ""


def _parties(connection: Connection, user: User, suspect_id: int) -> tuple[TouchedParty, ...]:
    other = aliased(SuspectParty)
    rows = connection.execute(
        select(SuspectParty.suspect_party_id, SuspectParty.kind, SuspectParty.name, SuspectParty.party_id)
        .where(SuspectParty.suspect_id == suspect_id)
        .order_by(SuspectParty.suspect_party_id)
    ).all()
    touched: dict[int, list[int]] = {}
    again = connection.execute(
        select(SuspectParty.suspect_party_id, other.suspect_id)
        .join(other, (other.kind == SuspectParty.kind) & (other.party_id == SuspectParty.party_id))
        .where(SuspectParty.suspect_id == suspect_id, other.suspect_id != suspect_id)
        .order_by(other.suspect_id.desc())
        .limit(MOST_OTHERS * max(len(rows), 1))
    )
    for row in again:
        touched.setdefault(row.suspect_party_id, []).append(row.suspect_id)
    return tuple(
        TouchedParty(
            suspect_party_id=row.suspect_party_id,
            kind=row.kind,
            # The number of a person is told to nobody here; that of a tender or contract is its name.
            name=row.name or ("" if row.kind == "person" else row.party_id),
            others=_led_to(connection, user, suspect_id, row.kind, touched.get(row.suspect_party_id, ())),
        )
        for row in rows
    )


def _led_to(
    connection: Connection, user: User, suspect_id: int, kind: str, others: Sequence[int]
) -> tuple[int, ...]:
    if not others:
        return ()
    met = met_in_suspect(connection, suspect_id, kind)
    return suspects_led_to(connection, user, met, kind, others[:MOST_OTHERS])
