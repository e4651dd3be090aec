"""The state of a catalogue item as a badge: a word with its icon, and the colour that goes with it."""

import streamlit as st

from data.codes import label

_LOOKS = {
    "current": ("green", "check_circle"),
    "due_soon": ("orange", "schedule"),
    "overdue": ("red", "error"),
    "not_collected": ("gray", "radio_button_unchecked"),
}


def item_state(state: str) -> None:
    """Draw the badge of one of CATALOGUE_STATE."""
    colour, icon = _LOOKS[state]
    st.badge(label("catalogue_state", state), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
