"""Files of a suspect: attached by who may work on it, taken by who may see it."""

from sqlalchemy import Engine

from data.access.permission import permit, refuse
from data.access.roles import COMMAND_LINE, User
from data.attachments import attach, take_of
from data.engine import reading
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
    return take_of(
        engine,
        user,
        "suspect",
        attachment_id,
        lambda reader, suspect_id: _permit(engine, reader, suspect_id, SEEING),
    )


def _permit(engine: Engine, user: User, suspect_id: int, action: str) -> None:
    subject = f"suspect {suspect_id}"
    if user != COMMAND_LINE:
        permit(engine, user, action, subject)
    with reading(engine) as connection:
        is_theirs = may_work_on(connection, user, standings(connection, [suspect_id])[suspect_id])
    if not is_theirs:
        refuse(engine, user, action, subject)
