"""证明材料: files of a finding, attached by who works on it or reviews it, taken by who may see it."""

from sqlalchemy import Engine

from data.access.permission import permit, permit_place
from data.access.roles import User, can
from data.attachments import attach, take_of
from data.bureau import bureau
from data.closing.standing import SUBJECT, standings
from data.closing.transitions import TRANSITIONS
from data.engine import reading

RIGHTS = tuple(dict.fromkeys(each.right for each in TRANSITIONS))
_SEEING = "see-rows"


def may_attach(user: User) -> bool:
    """Whether the user takes any step of findings: who does may attach what belongs to it."""
    return any(can(user, right) for right in RIGHTS)


def attach_to_finding(
    engine: Engine, user: User, finding_id: int, name: str, content: bytes, *, note: str = ""
) -> int:
    """Keep the file with the finding; the attachment's id.

    Raises AttachmentError, KeyError for an unknown finding, and NotPermittedError (recorded).
    """
    held = next((right for right in RIGHTS if can(user, right)), RIGHTS[0])
    _permit(engine, user, finding_id, held)
    return attach(engine, user, (SUBJECT, finding_id), name, content, note=note)


def take_from_finding(engine: Engine, user: User, attachment_id: int) -> bytes:
    """The content of a file of a finding, recorded as taken, for the user as the database has them now.

    Raises AttachmentError, KeyError for a number that is no such file, and NotPermittedError (recorded).
    """
    return take_of(
        engine,
        user,
        SUBJECT,
        attachment_id,
        lambda reader, finding_id: _permit(engine, reader, finding_id, _SEEING),
    )


def _permit(engine: Engine, user: User, finding_id: int, action: str) -> None:
    permit(engine, user, action, f"finding {finding_id}")
    with reading(engine) as connection:
        there = standings(connection, [finding_id], bureau(connection).as_of)[finding_id]
    permit_place(engine, user, action, there.place, f"finding {there.finding_code}")
