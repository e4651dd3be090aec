"""Papers of a letter: its file as it was sent, answers that came on paper; who keeps letters adds more."""

import streamlit as st

from components.attachments import attachments
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.escalation.ladder import KEEP
from data.escalation.replying import attach_to_letter, take_paper
from data.language import _
from queries.cards.letter_card import LetterCard
from queries.filters import Filters


def letter_papers(card: LetterCard, filters: Filters) -> None:
    """Draw the files, and the form for another."""
    database, user, letter_id = engine(), current_user(), card.seen.letter_id
    if card.seen.sha256 is not None:
        st.caption(_("As it was sent, digest {digest}").format(digest=f"{card.seen.sha256[:16]}…"))

    def take(attachment_id: int) -> bytes:
        return take_paper(database, user, attachment_id)

    def attach(name: str, content: bytes, note: str) -> object:
        return attach_to_letter(database, user_now(database), letter_id, (name, content), note=note)

    is_now = can(user, KEEP) and filters.as_of == bureau_now().as_of
    attachments(card.papers, take, attach if is_now else None, key=f"letter_{letter_id}")
