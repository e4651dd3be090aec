"""登记交接: data handed over on a medium or on paper, 报送 or 领取, as a line of the ledger.

What a line must state is what the rules on data demand: what was handed over, to whom, what for, by whose
approval, and by when it comes back or is destroyed. A mistake is corrected by another line, which closes the
mistaken one.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Engine, insert, select

from data.access.permission import permit_whole
from data.access.roles import User
from data.bureau import bureau
from data.codes import MOVEMENT_KIND, label
from data.data_room.dataset_access import access
from data.data_room.movements import LONGEST_NAME, Movement, write_movement
from data.data_room.undertakings import holder_name
from data.engine import writing
from data.events import HandOverRecorded, record, take_turn
from data.language import _
from data.local_time import in_china
from data.schema import DataMovement, MovementClosing, Section
from data.warehouse import dataset, newest

KEEPING = "keep-data-room"
KINDS = tuple(kind for kind in MOVEMENT_KIND if kind != "collection")  # which the system writes by itself
LONGEST_WORDS = 500
_PUBLIC = "public"
_SHA256 = re.compile(r"[0-9a-f]{64}")


class HandOverError(ValueError):
    """A hand-over that cannot be recorded; the message says why, in the current language."""


@dataclass(frozen=True)
class HandOver:
    """What was handed over. `dataset` is a name of the catalogue; without it `described` says what it was.

    `taker` is the user name of who took it, if that person has an account; `corrects` the number of a
    mistaken line.
    """

    kind: str
    fact_date: date
    recipient: str
    purpose: str
    approval_number: str
    return_due_date: date | None = None
    dataset: str | None = None
    version_number: int | None = None
    described: str = ""
    rows: int | None = None
    sha256: str = ""
    taker: str | None = None
    section_code: str | None = None
    corrects: int | None = None


def hand_over(engine: Engine, user: User, handed: HandOver) -> int:
    """Write the line; returns its number.

    Needs the right to keep the data room, and of a taker with an account a valid undertaking on that day.
    Raises HandOverError, UndertakingMissingError, and NotPermittedError (recorded).
    """
    permit_whole(engine, user, KEEPING, handed.described or handed.dataset or "")
    handed = _tidy(handed)
    _check_words(handed)
    with writing(engine) as connection:
        take_turn(connection)
        today = bureau(connection).as_of
        if handed.fact_date > today:
            raise HandOverError(_("A fact cannot lie after today, {day}.").format(day=today))
        line = _with_dataset(connection, user, handed, _line(connection, user, handed))
        _check_return(handed)
        mistaken = _mistaken(connection, user, handed.corrects)
        if mistaken is not None:
            line = replace(line, purpose=_("{purpose} (corrects line {line})").format(
                purpose=line.purpose, line=handed.corrects
            ))  # fmt: skip
        event = HandOverRecorded(
            movement_kind=handed.kind,
            described=line.described,
            recipient=line.counterparty,
            taker=handed.taker or "",
            fact_date=handed.fact_date,
            purpose=handed.purpose,
            approval_number=handed.approval_number,
            return_due_date=handed.return_due_date,
            corrects=handed.corrects,
        )
        event_id = record(connection, user.user_name, event)
        number = write_movement(connection, line, event_id)
        if mistaken is not None and not mistaken:
            connection.execute(
                insert(MovementClosing).values(
                    data_movement_id=handed.corrects,
                    kind="corrected",
                    fact_date=today,
                    note=_("Corrected by line {line}").format(line=number),
                    event_id=event_id,
                )
            )
    return number


def _tidy(handed: HandOver) -> HandOver:
    return replace(
        handed,
        recipient=handed.recipient.strip(),
        purpose=handed.purpose.strip(),
        approval_number=handed.approval_number.strip(),
        described=handed.described.strip(),
        sha256=handed.sha256.strip().lower(),
    )


def _check_words(handed: HandOver) -> None:
    if handed.kind not in KINDS:
        raise HandOverError(_("Only submissions and receipts are entered; the system records collections."))
    if not handed.dataset and not handed.described:
        raise HandOverError(_("Say what was handed over: a dataset, or the paper or medium with its number."))
    for words in (handed.recipient, handed.purpose, handed.approval_number):
        if not words:
            raise HandOverError(
                _("A line of the ledger names who receives the data, what for, and the approval number.")
            )
    if max(map(len, (handed.recipient, handed.purpose))) > LONGEST_WORDS or (
        max(map(len, (handed.described, handed.approval_number))) > LONGEST_NAME
    ):
        raise HandOverError(_("A text is too long: {limit} letters at most.").format(limit=LONGEST_NAME))
    if handed.sha256 and not _SHA256.fullmatch(handed.sha256):
        raise HandOverError(_("A SHA-256 digest has 64 digits of 0–9 and a–f."))


def _line(connection: Connection, user: User, handed: HandOver) -> Movement:
    recipient = handed.recipient
    if handed.taker is not None:
        if handed.taker == user.user_name:
            raise HandOverError(_("Another person records what you take yourself."))
        recipient = f"{recipient}（{holder_name(connection, handed.taker, handed.fact_date)}）"
    section = select(Section.section_code).where(Section.section_code == handed.section_code)
    if handed.section_code is not None and connection.scalar(section) is None:
        raise HandOverError(_("There is no section {code}.").format(code=handed.section_code))
    return Movement(
        kind=handed.kind,
        fact_date=handed.fact_date,
        described=handed.described,
        counterparty=recipient,
        person=user.user_name,
        purpose=handed.purpose,
        taker=handed.taker,
        row_count=handed.rows,
        sha256=handed.sha256 or None,
        section_code=handed.section_code,
        approval_number=handed.approval_number,
        return_due_date=handed.return_due_date,
    )


def _with_dataset(connection: Connection, user: User, handed: HandOver, line: Movement) -> Movement:
    """The line with what is known of the dataset; a hand-over before its arrival is refused."""
    if handed.dataset is None:
        if handed.kind == "receipt" and handed.return_due_date is None:
            raise HandOverError(_("Say by when it is returned or destroyed."))
        return line
    facts = dataset(connection, handed.dataset)
    if facts is None or not access(connection, user, facts).is_listed:
        raise HandOverError(_("There is no dataset {name}.").format(name=handed.dataset))
    version = newest(connection, facts.dataset_id, handed.version_number)
    if version is None:
        raise HandOverError(_("The dataset {name} has no such version.").format(name=facts.title))
    came = in_china(version.loaded_at).date()
    if handed.fact_date < came:
        raise HandOverError(
            _("This version came on {day}; it cannot have been handed over before.").format(day=came)
        )
    if handed.return_due_date is None and facts.classification != _PUBLIC and handed.kind == "receipt":
        raise HandOverError(
            _("Data classified as {classification} comes back or is destroyed: say by when.").format(
                classification=label("classification", facts.classification)
            )
        )
    words = _("version {number}").format(number=version.number)
    return replace(
        line,
        described=f"{facts.title}（{handed.described or words}）",
        dataset_id=facts.dataset_id,
        version_number=version.number,
        row_count=version.row_count if handed.rows is None else handed.rows,
        # What was handed over may be an extract with a digest of its own.
        sha256=handed.sha256 or version.original_sha256,
        project_id=facts.project_id,
        section_code=handed.section_code or facts.section_code,
    )


def _check_return(handed: HandOver) -> None:
    if handed.return_due_date is not None and handed.return_due_date < handed.fact_date:
        raise HandOverError(_("It cannot be returned before it is taken."))


def _mistaken(connection: Connection, user: User, line: int | None) -> bool | None:
    """Whether the mistaken line is closed already; None where nothing is corrected.

    A correction closes the line, so it is not for who has the data.
    """
    if line is None:
        return None
    moved = connection.execute(
        select(DataMovement.kind, DataMovement.taker).where(DataMovement.data_movement_id == line)
    ).first()
    if moved is None or moved.kind not in KINDS:
        raise HandOverError(_("There is no submission or receipt with the number {line}.").format(line=line))
    if moved.taker == user.user_name:
        raise HandOverError(_("Another person records what you take yourself."))
    closed = select(MovementClosing.movement_closing_id).where(MovementClosing.data_movement_id == line)
    return connection.scalar(closed) is not None
