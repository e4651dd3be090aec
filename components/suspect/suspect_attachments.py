"""附件 of a suspect: who may work on suspects can attach another."""

from components.attachments import attachments
from components.frame.sign_in import user_now
from components.session import current_user, engine
from data.access.roles import can
from data.suspects.attaching import attach_to_suspect, take_from_suspect
from data.suspects.moving import ACTION
from queries.cards.suspect_card import SuspectCard


def suspect_attachments(card: SuspectCard) -> None:
    """Draw the files, and the form for another."""
    database, user, suspect_id = engine(), current_user(), card.standing.suspect_id

    def take(attachment_id: int) -> bytes:
        return take_from_suspect(database, user, attachment_id)

    def attach(name: str, content: bytes, note: str) -> object:
        return attach_to_suspect(database, user_now(database), suspect_id, name, content, note=note)

    attachments(card.attachments, take, attach if can(user, ACTION) else None, key=str(suspect_id))
