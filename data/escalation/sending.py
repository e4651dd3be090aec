"""Letters of 督办 go out: the draft, its number and day, or that it is cancelled.

Sending is what makes its findings reach the rung: it writes their SupervisionStep, the one place for that.
"""

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from data.access.present_user import present_user
from data.access.roles import User
from data.attachments import attach_with
from data.bureau import bureau
from data.closing.standing import standings
from data.closing.waiting_matter import waiting_matter
from data.engine import now, reading, writing
from data.escalation.deciding import EscalationError, need_waiting
from data.escalation.ladder import KEEP
from data.escalation.letter import (
    SUBJECT,
    LetterSeen,
    day_between,
    letter_file_name,
    letter_seen,
    permit_letter,
    the_letter,
)
from data.events import EscalationLetterCancelled, EscalationLetterSent, LetterTaken, record, take_turn
from data.language import _
from data.letters.filling import filled_in
from data.letters.placeholders import LetterText
from data.letters.template import template_of
from data.schema import EscalationLetter, EscalationLetterFinding, SupervisionStep, Transfer

LONGEST_NUMBER, LONGEST_REASON = 64, 1_000


def take_letter(engine: Engine, user: User, letter_id: int) -> bytes:
    """The letter as DOCX, from the template in force: a draft until it has its number. Recorded.

    Raises TemplateError, KeyError for an unknown number, and NotPermittedError (recorded).
    """
    with reading(engine) as connection:
        reader = present_user(connection, user.user_name) or replace(user, roles=frozenset())
        seen = letter_seen(connection, letter_id)
    if seen is None:
        raise KeyError(letter_id)
    permit_letter(engine, reader, KEEP, seen)
    content = filled_in(template_of(seen.text.step).content, seen.text)
    with writing(engine) as connection:
        event = LetterTaken(letter_id, letter_file_name(seen), hashlib.sha256(content).hexdigest())
        record(connection, reader.user_name, event)
    return content


def send_letter(
    engine: Engine, user: User, letter_id: int, *, document_number: str, sent_date: date
) -> LetterSeen:
    """Give the letter its number and its day: its file is made and kept, its findings have reached the rung.

    Raises EscalationError, TemplateError, AttachmentError and NotPermittedError (recorded).
    """
    seen = the_letter(engine, letter_id)
    permit_letter(engine, user, KEEP, seen)
    number = document_number.strip()
    if not 0 < len(number) <= LONGEST_NUMBER:
        raise EscalationError(_("Enter the number that the office gave the letter."))
    with reading(engine) as connection:
        today = bureau(connection).as_of
    day_between(sent_date, seen.text.decided_date, today)
    if not seen.is_waiting:
        raise EscalationError(_("It has gone out already, or was cancelled."))
    if seen.text.answer_due_date is not None and seen.text.answer_due_date < sent_date:
        raise EscalationError(
            _("It asks for an answer by {day}, before it is sent: cancel it and decide anew.").format(
                day=seen.text.answer_due_date.isoformat()
            )
        )
    text = replace(seen.text, document_number=number, sent_date=sent_date)
    sent = replace(seen, text=text)
    content = filled_in(template_of(text.step).content, text)
    digest = hashlib.sha256(content).hexdigest()
    with writing(engine) as connection:
        take_turn(connection)
        now_there = letter_seen(connection, letter_id)
        if now_there is None or now_there != seen:
            raise EscalationError(_("Somebody else changed it meanwhile. Look again, then write."))
        need_waiting(standings(connection, seen.finding_ids, sent_date).values())
        attach_with(connection, user, (SUBJECT, letter_id), letter_file_name(sent), content)
        event = EscalationLetterSent(
            finding_ids=sorted(seen.finding_ids),
            escalation_step=text.step,
            letter=letter_id,
            document_number=number,
            sent_date=sent_date,
            sha256=digest,
        )
        record(connection, user.user_name, event)
        connection.execute(
            update(EscalationLetter)
            .where(EscalationLetter.escalation_letter_id == letter_id)
            .values(document_number=number, sent_date=sent_date, sha256=digest)
        )
        _reach(connection, sent)
    return replace(sent, sha256=digest)


def _reach(connection: Connection, sent: LetterSeen) -> None:
    """Write the rung of each finding; a transfer for accountability enters the register of transfers too."""
    text = sent.text
    there = set(
        connection.scalars(
            select(SupervisionStep.finding_id).where(
                SupervisionStep.finding_id.in_(sent.finding_ids),
                SupervisionStep.kind == text.step,
                SupervisionStep.fact_date == text.sent_date,
            )
        )
    )
    for finding_id in sent.finding_ids:
        if finding_id not in there:
            connection.execute(
                insert(SupervisionStep).values(
                    finding_id=finding_id,
                    kind=text.step,
                    fact_date=text.sent_date,
                    document_number=text.document_number,
                    recorded_at=now(),
                )
            )
        if text.step == "accountability_transfer":
            connection.execute(
                update(EscalationLetterFinding)
                .where(
                    EscalationLetterFinding.escalation_letter_id == sent.letter_id,
                    EscalationLetterFinding.finding_id == finding_id,
                )
                .values(transfer_id=_transferred(connection, finding_id, text))
            )


def _transferred(connection: Connection, finding_id: int, text: LetterText) -> int:
    """Enter what goes out in the register of transfers, by its number: a matter that waits there to go to
    the same body goes out with the letter, else it is a new one.
    """
    assert text.sent_date is not None, "what goes out has its day"
    waiting = waiting_matter(connection, finding_id, text.addressee, text.sent_date)
    said: dict[str, Any] = {
        "receiving_body": text.addressee,
        "document_number": text.document_number,
        "sent_date": text.sent_date,
        "matter": text.demand,
        "answer_due_date": text.answer_due_date,
        "recorded_at": now(),
    }
    if waiting is None:
        said |= {"finding_id": finding_id, "decided_date": text.decided_date}
        return int(connection.scalars(insert(Transfer).values(**said).returning(Transfer.transfer_id)).one())
    # What the register says of the matter stays; the letter gives what it is silent about.
    said["matter"] = waiting.matter or text.demand
    said["answer_due_date"] = waiting.answer_due_date or text.answer_due_date
    connection.execute(update(Transfer).where(Transfer.transfer_id == waiting.transfer_id).values(**said))
    return int(waiting.transfer_id)


def cancel_letter(engine: Engine, user: User, letter_id: int, reason: str) -> None:
    """Cancel a letter that has not gone out: its findings can be proposed again.

    Raises EscalationError and NotPermittedError (recorded).
    """
    seen = the_letter(engine, letter_id)
    permit_letter(engine, user, KEEP, seen)
    words = reason.strip()
    if not 0 < len(words) <= LONGEST_REASON:
        raise EscalationError(_("Say why: the reason stands in the finding's history."))
    with writing(engine) as connection:
        take_turn(connection)
        there = letter_seen(connection, letter_id)
        if there is None or not there.is_waiting:
            raise EscalationError(_("It has gone out already, or was cancelled."))
        event = EscalationLetterCancelled(
            finding_ids=sorted(seen.finding_ids),
            escalation_step=seen.text.step,
            letter=letter_id,
            reason=words,
        )
        record(connection, user.user_name, event)
        connection.execute(
            update(EscalationLetter)
            .where(EscalationLetter.escalation_letter_id == letter_id)
            .values(cancelled_date=bureau(connection).as_of, cancel_reason=words)
        )
