"""Who owes the data of a catalogue item and when: a sentence, and four facts at the head of its card."""

import streamlit as st

from components.catalogue.card_tile import card_tile
from components.catalogue.cycle_words import cycle_words
from components.figures import show
from components.inert import inert
from data.codes import label
from data.language import _
from queries.cards.catalogue_item_card import ItemCard


def item_tiles(card: ItemCard) -> None:
    """Draw the sentence and the tiles for the day of the card."""
    standing = card.standing
    words: str | None
    _sentence(card)
    tiles = st.columns(4)
    with tiles[0]:
        cycle = standing.cycle_months
        words = cycle_words(cycle) if cycle else _("once")
        card_tile(_("Collection mode"), label("collection_mode", standing.collection_mode), words)
    with tiles[1]:
        due = standing.next_due_date
        words = None
        if due is not None:
            left = (due - card.as_of).days
            words = (
                _("{days} left").format(days=show(left, "days"))
                if left >= 0
                else _("overdue by {days}").format(days=show(-left, "days"))
            )
        card_tile(_("Next due"), due.isoformat() if due else None, words)
    with tiles[2]:
        day, rows = standing.last_loaded_date, show(standing.dataset_rows, "count")
        words = _("{rows} rows").format(rows=rows) if day else _("Not collected yet")
        card_tile(_("Last brought in"), day.isoformat() if day else None, words)
    with tiles[3]:
        day = standing.standardised_date
        words, colour = (_("Standardised"), "green") if day else (_("Not standardised yet"), "gray")
        card_tile(_("Standardised since"), day.isoformat() if day else None, words, colour)


def _sentence(card: ItemCard) -> None:
    """Who owes what: the unit of the source, or whoever collects where no source is named."""
    standing = card.standing
    who = inert(standing.unit or standing.data_source or _("Nobody is named: the item has no source"))
    if standing.state == "overdue" and standing.last_due_date:
        days = show((card.as_of - standing.last_due_date).days, "days")
        words = _("{who} owes it: it was due on {day}, {days} ago.")
        told = words.format(who=who, day=standing.last_due_date.isoformat(), days=days)
        st.markdown(f":red[:material/error: **{told}**]")
    elif standing.next_due_date:
        words = _("{who} owes it next by {day}.")
        told = words.format(who=who, day=standing.next_due_date.isoformat())
        st.markdown(f":gray[:material/event: {told}]")
    elif standing.first_due_date is None:
        words = _("No due date is set.")
        st.markdown(f":gray[:material/event_busy: {words}]")
