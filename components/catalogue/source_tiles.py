"""Four facts at the head of a source: connected since, last arrival, last failure, failures of late."""

import streamlit as st

from components.catalogue.card_tile import card_tile
from components.figures import show
from data.language import _
from queries.cards.source_card import SourceCard


def source_tiles(card: SourceCard) -> None:
    """Draw the four tiles for the day of the card."""
    standing = card.standing
    words: str | None
    tiles = st.columns(4)
    with tiles[0]:
        day = standing.connected_date
        if standing.is_connected:
            words, colour = _("Connected to the network"), "green"
        elif standing.can_connect and (since := standing.connectable_date):
            words, colour = _("Could be connected since {day}").format(day=since.isoformat()), "orange"
        elif standing.can_connect:
            words, colour = _("Could be connected, is not"), "orange"
        else:
            words, colour = _("Cannot be connected"), "gray"
        is_known = day is not None and day <= card.as_of
        card_tile(_("Connected on"), day.isoformat() if day and is_known else None, words, colour)
    with tiles[1]:
        day, rows = standing.last_arrival_date, standing.arrived_rows
        words = _("{rows} rows").format(rows=show(rows, "count")) if rows is not None else None
        card_tile(_("Last arrival"), day.isoformat() if day else None, words)
    with tiles[2]:
        day = standing.last_failure_date
        words = _("failing since") if standing.is_failing else None
        card_tile(_("Last failure"), day.isoformat() if day else None, words, "red")
    with tiles[3]:
        days = standing.days_since_arrival
        words = _("last arrival {days} ago").format(days=show(days, "days")) if days is not None else None
        card_tile(_("Failures in 30 days"), show(standing.failures, "count"), words)
