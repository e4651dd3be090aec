"""附件: files kept by what is in them, below the run-time folder; never executed, never shown as a page."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path, PurePosixPath

from sqlalchemy import Connection, Engine, func, insert, select

from data.access.present_user import present_user
from data.access.roles import User
from data.bureau import bureau
from data.engine import now, reading, writing
from data.events import AttachmentAdded, AttachmentTaken, record
from data.language import _
from data.local_time import start_of_day
from data.schema import Account, Attachment, AttachmentText
from data.settings import number, var_dir

# What evidence comes in; a page or a program is not among them.
SUFFIXES = {
    *(".pdf", ".ofd", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp"),
    *(".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".ppt", ".pptx"),
    *(".txt", ".csv", ".zip", ".7z", ".rar"),
}
_LONGEST_NAME = 200
_FACTS = (
    select(
        Attachment.__table__,
        func.coalesce(Account.display_name, Attachment.added_by).label("person"),
        AttachmentText.state.label("text_state"),
    )
    .outerjoin(Account, Account.user_name == Attachment.added_by)
    .outerjoin(AttachmentText, AttachmentText.sha256 == Attachment.sha256)
)


class AttachmentError(ValueError):
    """The file cannot be attached or is not sound; the message says why, in the reader's language."""


@dataclass(frozen=True)
class AttachmentFacts:
    """One attached file. `added_at` is UTC, `person` who added it: the name, else that of the account.

    `text_state` is one of FILE_TEXT (data/codes.py), None where the search has not looked into it.
    """

    attachment_id: int
    subject: str
    subject_id: int
    file_name: str
    sha256: str
    size_bytes: int
    note: str | None
    added_by: str
    added_at: datetime
    person: str
    text_state: str | None = None


def attach(
    engine: Engine, user: User, of: tuple[str, int], name: str, content: bytes, *, note: str = ""
) -> int:
    """Keep a file for something, `of` being what and its number: ("suspect", 7).

    Who may attach to it is asked by the caller. Raises AttachmentError.
    """
    with writing(engine) as connection:
        return attach_with(connection, user, of, name, content, note=note)


def attach_with(
    connection: Connection, user: User, of: tuple[str, int], name: str, content: bytes, *, note: str = ""
) -> int:
    """`attach` within a transaction: the file belongs to it if what it comes with is written too."""
    subject, subject_id = of
    plain = PurePosixPath(name.replace("\\", "/")).name[-_LONGEST_NAME:]
    if Path(plain).suffix.lower() not in SUFFIXES:
        raise AttachmentError(_("Files of this kind cannot be attached: {name}").format(name=plain))
    most = number("AUDIT_ATTACHMENT_MB") * 1024**2
    if not content or len(content) > most:
        raise AttachmentError(
            _("A file to attach has between one byte and {most} MB.").format(most=most // 1024**2)
        )
    digest = hashlib.sha256(content).hexdigest()
    _keep(digest, content)
    attachment_id = connection.scalars(
        insert(Attachment)
        .values(
            subject=subject,
            subject_id=subject_id,
            file_name=plain,
            sha256=digest,
            size_bytes=len(content),
            note=note.strip() or None,
            added_by=user.user_name,
            added_at=now(),
        )
        .returning(Attachment.attachment_id)
    ).one()
    record(connection, user.user_name, AttachmentAdded(subject, subject_id, plain, digest))
    return int(attachment_id)


def attachments_of(
    connection: Connection, subject: str, subject_id: int, *, as_of: date | None = None
) -> tuple[AttachmentFacts, ...]:
    """The files of something, in the order in which they were attached; with a day before that of the bureau
    those that had been attached by its end.
    """
    asked = _FACTS.where(Attachment.subject == subject, Attachment.subject_id == subject_id)
    if as_of is not None and as_of < bureau(connection).as_of:
        asked = asked.where(Attachment.added_at < start_of_day(as_of + timedelta(days=1)))
    rows = connection.execute(asked.order_by(Attachment.attachment_id)).mappings()
    return tuple(AttachmentFacts(**row) for row in rows)


def take(engine: Engine, user: User, attachment_id: int) -> bytes:
    """The content of a file, recorded as taken; who may see what it belongs to is asked by the caller.

    Raises AttachmentError where it is gone or not what was attached, and KeyError for an unknown number.
    """
    with reading(engine) as connection:
        row = connection.execute(
            select(Attachment.__table__).where(Attachment.attachment_id == attachment_id)
        ).first()
    if row is None:
        raise KeyError(attachment_id)
    file = file_of(row.sha256)
    content = file.read_bytes() if file.exists() else b""
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise AttachmentError(_("The file is not what was attached; restore it from a backup."))
    with writing(engine) as connection:
        event = AttachmentTaken(row.subject, row.subject_id, row.file_name, row.sha256)
        record(connection, user.user_name, event)
    return content


def take_of(
    engine: Engine, user: User, subject: str, attachment_id: int, permitted: Callable[[User, int], None]
) -> bytes:
    """`take`, for the user as the database has them now, of a file that belongs to a subject of that kind.

    `permitted` is asked with them and the subject's number, and raises where they may not see it. Raises
    AttachmentError, and KeyError for a number that is no such file.
    """
    with reading(engine) as connection:
        subject_id = connection.scalar(
            select(Attachment.subject_id).where(
                Attachment.attachment_id == attachment_id, Attachment.subject == subject
            )
        )
        reader = present_user(connection, user.user_name) or replace(user, roles=frozenset())
    if subject_id is None:
        raise KeyError(attachment_id)
    permitted(reader, subject_id)
    return take(engine, reader, attachment_id)


def unsound(connection: Connection) -> tuple[AttachmentFacts, ...]:
    """Attachments whose file is gone or was changed."""
    rows = connection.execute(_FACTS.order_by(Attachment.attachment_id)).mappings()
    return tuple(
        facts
        for facts in (AttachmentFacts(**row) for row in rows)
        if not file_of(facts.sha256).exists()
        or hashlib.sha256(file_of(facts.sha256).read_bytes()).hexdigest() != facts.sha256
    )


def _keep(digest: str, content: bytes) -> None:
    """Write the file where it is not there yet: whole or not at all."""
    file = file_of(digest)
    if file.exists():
        return
    unfinished = file.with_name(f"{digest}.{os.getpid()}.part")
    with unfinished.open("wb") as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())
    unfinished.rename(file)


def file_of(digest: str) -> Path:
    """Where the file of this content is kept."""
    folder = var_dir() / "attachments" / digest[:2]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / digest
