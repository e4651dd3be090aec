"""What is answered to letters of 督办, and the papers that belong to them."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, Engine, insert, select, update

from data.access.roles import User
from data.attachments import attach, attach_with, take_of
from data.bureau import bureau
from data.engine import now, reading, writing
from data.escalation.deciding import EscalationError
from data.escalation.ladder import KEEP
from data.escalation.letter import SUBJECT, day_between, permit_letter, the_letter
from data.events import EscalationReplyRegistered, TransferKept, record, take_turn
from data.intake.change import Record
from data.language import _
from data.schema import EscalationLetterFinding, EscalationReply, Transfer

SEEING = "see-rows"
LONGEST_REPLY = 4_000
LONGEST_RESULT = 2_000  # as the register of transfers takes it


def register_reply(
    engine: Engine,
    user: User,
    letter_id: int,
    *,
    received_date: date,
    content: str,
    file: tuple[str, bytes] | None = None,
) -> None:
    """Register what was answered, with its paper. Raises EscalationError, AttachmentError and
    NotPermittedError (recorded).
    """
    seen = the_letter(engine, letter_id)
    permit_letter(engine, user, KEEP, seen)
    words = content.strip()
    if not 0 < len(words) <= LONGEST_REPLY:
        raise EscalationError(
            _("Say what was answered, in at most {most} characters.").format(most=LONGEST_REPLY)
        )
    if seen.text.sent_date is None:
        raise EscalationError(_("First send the letter: an answer comes after that."))
    with reading(engine) as connection:
        today = bureau(connection).as_of
    day_between(received_date, seen.text.sent_date, today)
    with writing(engine) as connection:
        take_turn(connection)
        if _is_there(connection, letter_id, received_date, words):
            raise EscalationError(_("This answer is registered already."))
        if file is not None:
            attach_with(connection, user, (SUBJECT, letter_id), file[0], file[1], note=_("Reply"))
        _write(connection, user.user_name, letter_id, received_date, words)


def write_replies(connection: Connection, actor: str, replies: Sequence[Record]) -> None:
    """Write the new replies of a file, the oldest first: a transfer is settled by the first answer."""
    for reply in sorted(replies, key=lambda each: each.values["received_date"]):
        said = reply.values
        _write(connection, actor, said["escalation_letter_id"], said["received_date"], said["content"])


def _write(connection: Connection, actor: str, letter_id: int, day: date, words: str) -> None:
    """A reply with its event, and as the result of the transfers that the letter made."""
    listed = select(EscalationLetterFinding.finding_id).where(
        EscalationLetterFinding.escalation_letter_id == letter_id
    )
    event = EscalationReplyRegistered(
        finding_ids=sorted(connection.scalars(listed)), letter=letter_id, received_date=day, content=words
    )
    connection.execute(
        insert(EscalationReply).values(
            escalation_letter_id=letter_id,
            received_date=day,
            content=words,
            user_name=actor,
            recorded_at=now(),
            event_id=record(connection, actor, event),
        )
    )
    _answer_transfers(connection, actor, letter_id, day, words)


def _is_there(connection: Connection, letter_id: int, day: date, words: str) -> bool:
    """Whether the same was registered before: by a second click, or by a colleague."""
    same = select(EscalationReply.escalation_reply_id).where(
        EscalationReply.escalation_letter_id == letter_id,
        EscalationReply.received_date == day,
        EscalationReply.content == words,
    )
    return connection.scalar(same) is not None


def _answer_transfers(connection: Connection, actor: str, letter_id: int, day: date, words: str) -> None:
    """The register of transfers knows the first answer too, where it has none of its own."""
    unanswered = connection.execute(
        select(Transfer.transfer_id, Transfer.finding_id, Transfer.result)
        .join(EscalationLetterFinding, EscalationLetterFinding.transfer_id == Transfer.transfer_id)
        .where(EscalationLetterFinding.escalation_letter_id == letter_id, Transfer.result_date.is_(None))
        .order_by(Transfer.transfer_id)
    ).all()
    result = words[:LONGEST_RESULT]
    for matter in unanswered:
        event = TransferKept(
            finding_ids=[matter.finding_id],
            transfer_id=matter.transfer_id,
            before={"result": matter.result or "", "result_date": None},
            after={"result": result, "result_date": day.isoformat()},
        )
        record(connection, actor, event)
        connection.execute(
            update(Transfer)
            .where(Transfer.transfer_id == matter.transfer_id)
            .values(result=result, result_date=day)
        )


def attach_to_letter(
    engine: Engine, user: User, letter_id: int, file: tuple[str, bytes], *, note: str = ""
) -> int:
    """Keep a paper, (name, content), with the letter.

    Raises AttachmentError and NotPermittedError (recorded).
    """
    permit_letter(engine, user, KEEP, the_letter(engine, letter_id))
    return attach(engine, user, (SUBJECT, letter_id), file[0], file[1], note=note)


def take_paper(engine: Engine, user: User, attachment_id: int) -> bytes:
    """A paper of a letter, recorded as taken. Raises AttachmentError, KeyError, NotPermittedError."""
    return take_of(
        engine,
        user,
        SUBJECT,
        attachment_id,
        lambda reader, letter_id: permit_letter(engine, reader, SEEING, the_letter(engine, letter_id)),
    )
