"""Four facts at the head of a suspect: its amount, who has it, until when, what was confirmed."""

import streamlit as st

from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from components.limit_tile import limit_tile
from data.codes import label
from data.language import _
from queries.cards.suspect_card import SuspectCard


def suspect_tiles(card: SuspectCard) -> None:
    """Draw the four tiles for the day of the card."""
    standing = card.standing
    tiles = st.columns(4)
    with tiles[0]:
        fact_tile(_("Amount suspected"), show(standing.suspect_fen, "fen"), None)
    with tiles[1]:
        words = (
            _("since {day}").format(day=standing.issued_date.isoformat()) if standing.issued_date else None
        )
        fact_tile(_("Issued to"), standing.issued_to or NO_DATA, words)
    with tiles[2]:
        _due(card)
    with tiles[3]:
        title = _("Amount confirmed")
        fact_tile(title, show(card.amount_fen, "fen"), label("suspect_answer", standing.suspect_answer))


def _due(card: SuspectCard) -> None:
    standing, due = card.standing, card.standing.due_date
    title = _("Answer due by")
    if due is None or standing.answered_date is not None:
        words = (
            _("answered on {day}").format(day=standing.answered_date.isoformat())
            if standing.answered_date
            else None
        )
        fact_tile(title, due.isoformat() if due else _("None set"), words)
        return
    limit_tile(title, due, card.as_of)
