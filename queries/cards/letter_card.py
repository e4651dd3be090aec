"""One letter of 督办 with all that is known of it, as it stood on a day."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from data.access.permission import is_in_place
from data.access.roles import User, require
from data.attachments import AttachmentFacts, attachments_of
from data.escalation.letter import SUBJECT, LetterSeen, letter_seen
from data.schema import Account, EscalationDecision
from queries.supervision.letter_state import letter_state


@dataclass(frozen=True)
class LetterCard:
    """`now` is the letter as it stands, for whoever goes on with it; `seen` as it stood on the day."""

    now: LetterSeen
    seen: LetterSeen
    state: str  # of LETTER_STATE, or "cancelled"
    decided_by: str
    grounds: dict[int, str]  # by number of the finding
    papers: tuple[AttachmentFacts, ...]


def letter_card(connection: Connection, reader: User, letter_id: int, as_of: date) -> LetterCard | None:
    """The letter; None where there is none, or none on that day, or it lies outside the reader's place.

    Raises NotPermittedError for one who may see no rows.
    """
    require(reader, "see-rows")
    now = letter_seen(connection, letter_id)
    if now is None or now.text.decided_date > as_of or not is_in_place(connection, reader, now.place):
        return None
    is_sent = now.text.sent_date is not None and now.text.sent_date <= as_of
    is_cancelled = now.cancelled_date is not None and now.cancelled_date <= as_of
    text = now.text if is_sent else replace(now.text, sent_date=None, document_number="")
    seen = replace(
        now,
        text=text,
        sha256=now.sha256 if is_sent else None,
        cancelled_date=now.cancelled_date if is_cancelled else None,
        replies=tuple(reply for reply in now.replies if reply.received_date <= as_of),
    )
    decided = connection.execute(
        select(EscalationDecision.finding_id, EscalationDecision.grounds, EscalationDecision.user_name)
        .where(EscalationDecision.escalation_letter_id == letter_id)
        .order_by(EscalationDecision.escalation_decision_id)
    ).all()
    name = decided[0].user_name if decided else ""
    called = connection.scalar(select(Account.display_name).where(Account.user_name == name))
    return LetterCard(
        now=now,
        seen=seen,
        state=letter_state(
            sent_date=seen.text.sent_date,
            answer_due_date=seen.text.answer_due_date,
            cancelled_date=seen.cancelled_date,
            has_reply=bool(seen.replies),
            as_of=as_of,
        ),
        decided_by=called or name,
        grounds={row.finding_id: row.grounds or "" for row in decided},
        papers=attachments_of(connection, SUBJECT, letter_id, as_of=as_of),
    )
