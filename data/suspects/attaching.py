"""Files of a suspect: attached by who may work on it, taken by who may see it."""

from dataclasses import replace

from sqlalchemy import Engine, select

from data.access.permission import permit, refuse
from data.access.present_user import present_user
from data.access.roles import COMMAND_LINE, User
from data.attachments import attach, take
from data.engine import reading
from data.schema import Attachment
from data.suspects.moving import ACTION
from data.suspects.standing import may_work_on, standings

SEEING = "see-rows"


def attach_to_suspect(
    engine: Engine, user: User, suspect_id: int, name: str, content: bytes, *, note: str = ""
) -> int:
    """Keep the file with the suspect; the attachment's id.

    Raises AttachmentError, KeyError for an unknown suspect, and NotPermittedError (recorded).
    """
    _permit(engine, user, suspect_id, ACTION)
    return attach(engine, user, ("suspect", suspect_id), name, content, note=note)


def take_from_suspect(engine: Engine, user: User, attachment_id: int) -> bytes:
    """The content of a file of a suspect, recorded as taken, for the user as the database has them now.

    Raises AttachmentError, KeyError for a number that is no such file, and NotPermittedError (recorded).
    """
    with reading(engine) as connection:
        suspect_id = connection.scalar(
            select(Attachment.subject_id).where(
                Attachment.attachment_id == attachment_id, Attachment.subject == "suspect"
            )
        )
        reader = present_user(connection, user.user_name) or replace(user, roles=frozenset())
    if suspect_id is None:
        raise KeyError(attachment_id)
    _permit(engine, reader, suspect_id, SEEING)
    return take(engine, reader, attachment_id)


def _permit(engine: Engine, user: User, suspect_id: int, action: str) -> None:
    subject = f"suspect {suspect_id}"
    if user != COMMAND_LINE:
        permit(engine, user, action, subject)
    with reading(engine) as connection:
        is_theirs = may_work_on(connection, user, standings(connection, [suspect_id])[suspect_id])
    if not is_theirs:
        refuse(engine, user, action, subject)
