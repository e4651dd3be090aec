"""Four facts at the head of a request: asked, due, received or not, and how often the unit was reminded."""

import streamlit as st

from components.catalogue.card_tile import card_tile
from components.figures import show
from data.language import _
from queries.cards.request_card import RequestCard


def request_tiles(card: RequestCard) -> None:
    """Draw the four tiles for the day of the card."""
    standing, days = card.standing, show(card.standing.days_overdue, "days")
    tiles = st.columns(4)
    with tiles[0]:
        card_tile(_("Asked on"), standing.asked_date.isoformat())
    with tiles[1]:
        words, colour = None, "gray"
        if standing.state == "overdue":
            words, colour = _("overdue by {days}").format(days=days), "red"
        elif standing.state == "awaited":
            left = (standing.due_date - card.as_of).days
            words, colour = _("{days} left").format(days=show(left, "days")), "blue"
        card_tile(_("To be provided by"), standing.due_date.isoformat(), words, colour)
    with tiles[2]:
        if standing.received_date:
            is_late = standing.state == "received_late"
            words = _("{days} late").format(days=days) if is_late else _("provided on time")
            card_tile(
                _("Received on"), standing.received_date.isoformat(), words, "orange" if is_late else "green"
            )
        else:
            parts = standing.parts_received
            told = _("in part: {number} times").format(number=parts) if parts else None
            card_tile(_("Received on"), None, told, "orange")
    with tiles[3]:
        card_tile(_("Reminders"), show(standing.reminders, "count"))
