"""Reading what was attached and has not been read: what is searched is found seconds after it is attached.

Nothing is queued: a file without a text is the work to do, so no stop of the server loses any.
"""

import logging
import time
from contextlib import suppress
from pathlib import PurePosixPath

from sqlalchemy import Engine, delete, func, insert, or_, select
from sqlalchemy.exc import IntegrityError

from data.attachments import file_of
from data.engine import now, reading, writing
from data.file_texts.reading import FileText, read_text
from data.schema import Attachment, AttachmentText
from data.search.attached import SEARCHED

_log = logging.getLogger(__name__)
# Raised when files are read better: what an older one read is read again.
READING = 1


def read_new(engine: Engine) -> int:
    """Read every attached file of what is searched that no reader of this making has read; how many."""
    with reading(engine) as connection:
        waiting = connection.execute(
            select(Attachment.sha256, func.min(Attachment.file_name))
            .join(AttachmentText, AttachmentText.sha256 == Attachment.sha256, isouter=True)
            .where(
                Attachment.subject.in_(SEARCHED),
                or_(AttachmentText.reading.is_(None), AttachmentText.reading < READING),
            )
            .group_by(Attachment.sha256)
            .order_by(func.min(Attachment.attachment_id))
        ).all()
    count = 0
    for digest, name in waiting:
        file = file_of(digest)
        if file.exists():  # one that is gone is read when it is restored
            _keep(engine, digest, read_text(file, PurePosixPath(name).suffix.lower()))
            count += 1
    return count


def watch(engine: Engine, seconds: int) -> None:
    """Read what is attached, again and again, as long as the server runs; 0 seconds: not at all."""
    while seconds > 0:
        try:
            read_new(engine)
        except Exception:  # the thread goes on: the next look may be sound
            _log.exception("attached files could not be read for the search")
        time.sleep(seconds)


def _keep(engine: Engine, digest: str, told: FileText) -> None:
    row = {"sha256": digest, "reading": READING, "state": told.state, "words": told.words, "read_at": now()}
    # Another server may have been faster: both read the same.
    with suppress(IntegrityError), writing(engine) as connection:
        connection.execute(
            delete(AttachmentText).where(AttachmentText.sha256 == digest, AttachmentText.reading < READING)
        )
        connection.execute(insert(AttachmentText).values(**row))
