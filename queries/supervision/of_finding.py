"""What was decided on the rungs of one finding, and the letters that list it, as of a day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from data.schema import (
    Account,
    EscalationDecision,
    EscalationLetter,
    EscalationLetterFinding,
    EscalationReply,
)
from queries.supervision.letter_state import letter_state


@dataclass(frozen=True)
class DecisionTold:
    """One decision. `person` is who decided, by name where the account is still there."""

    step: str
    decision: str
    fact_date: date
    until_date: date | None
    grounds: str
    reason: str
    person: str


@dataclass(frozen=True)
class LetterTold:
    """One letter as it stood on the day; `replies` are (day, what was answered)."""

    letter_id: int
    step: str
    state: str  # see data/codes.py: LETTER_STATE; "cancelled" for one that never went out
    addressee: str
    decided_date: date
    sent_date: date | None
    document_number: str
    answer_due_date: date | None
    replies: tuple[tuple[date, str], ...]


def decisions_of(connection: Connection, finding_id: int, as_of: date) -> tuple[DecisionTold, ...]:
    """The decisions up to the day, newest first."""
    rows = connection.execute(
        select(EscalationDecision.__table__, Account.display_name)
        .outerjoin(Account, Account.user_name == EscalationDecision.user_name)
        .where(EscalationDecision.finding_id == finding_id, EscalationDecision.fact_date <= as_of)
        .order_by(EscalationDecision.fact_date.desc(), EscalationDecision.escalation_decision_id.desc())
    )
    return tuple(
        DecisionTold(
            row.step,
            row.decision,
            row.fact_date,
            row.until_date,
            row.grounds or "",
            row.reason or "",
            row.display_name or row.user_name,
        )
        for row in rows
    )


def letters_of(connection: Connection, finding_id: int, as_of: date) -> tuple[LetterTold, ...]:
    """The letters decided up to the day, newest first."""
    letters = connection.execute(
        select(EscalationLetter.__table__)
        .join(
            EscalationLetterFinding,
            EscalationLetterFinding.escalation_letter_id == EscalationLetter.escalation_letter_id,
        )
        .where(EscalationLetterFinding.finding_id == finding_id, EscalationLetter.decided_date <= as_of)
        .order_by(EscalationLetter.decided_date.desc(), EscalationLetter.escalation_letter_id.desc())
    ).all()
    answers: dict[int, list[tuple[date, str]]] = {}
    numbers = [row.escalation_letter_id for row in letters]
    for row in connection.execute(
        select(EscalationReply.escalation_letter_id, EscalationReply.received_date, EscalationReply.content)
        .where(EscalationReply.escalation_letter_id.in_(numbers), EscalationReply.received_date <= as_of)
        .order_by(EscalationReply.received_date, EscalationReply.escalation_reply_id)
    ):
        answers.setdefault(row[0], []).append((row[1], row[2]))
    return tuple(
        LetterTold(
            letter_id=row.escalation_letter_id,
            step=row.step,
            state=letter_state(
                sent_date=row.sent_date,
                answer_due_date=row.answer_due_date,
                cancelled_date=row.cancelled_date,
                has_reply=row.escalation_letter_id in answers,
                as_of=as_of,
            ),
            addressee=row.addressee,
            decided_date=row.decided_date,
            sent_date=row.sent_date if row.sent_date and row.sent_date <= as_of else None,
            document_number=(row.document_number or "") if row.sent_date and row.sent_date <= as_of else "",
            answer_due_date=row.answer_due_date,
            replies=tuple(answers.get(row.escalation_letter_id, ())),
        )
        for row in letters
    )
