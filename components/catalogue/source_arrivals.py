"""What came from a source and what failed, the newest on top."""

import streamlit as st

from components.catalogue.course_line import course_line
from components.figures import show
from components.inert import inert
from data.language import _
from queries.cards.source_card import Came, SourceCard

_SHOWN = 20


def source_arrivals(card: SourceCard) -> None:
    """Draw the newest of them up to the day of the card."""
    with st.container(gap="xsmall"):
        if not card.arrivals:
            st.text(_("Nothing has come from this source by this day."))
        for came in card.arrivals[:_SHOWN]:
            course_line(came.day.isoformat(), _words(came))
    if len(card.arrivals) > _SHOWN:
        with st.expander(_("Older ones")):
            for came in card.arrivals[_SHOWN:]:
                course_line(came.day.isoformat(), _words(came))


def _words(came: Came) -> str:
    colour, icon, title = (
        ("red", "error", _("Failed")) if came.is_failed else ("green", "download", _("Came"))
    )
    line = f":{colour}[:material/{icon}:] **{title}**"
    if came.rows is not None:
        line += " " + _("{rows} rows").format(rows=show(came.rows, "count"))
    notes = " · ".join(inert(words) for words in (came.dataset, came.message) if words)
    return f"{line}  \n:small[:gray[{notes}]]" if notes else line
