"""The state of a request to take rows out, as a badge: a word, its icon and the colour that goes with it."""

import streamlit as st

from data.codes import label

_LOOKS = {
    "waiting": ("orange", "hourglass_top"),
    "granted": ("blue", "outbox"),
    "taken": ("green", "check_circle"),
    "refused": ("gray", "block"),
    "withdrawn": ("gray", "undo"),
    "lapsed": ("gray", "event_busy"),
}


def output_state(state: str) -> None:
    """Draw the badge of one of OUTPUT_STATE."""
    colour, icon = _LOOKS[state]
    st.badge(label("output_state", state), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
