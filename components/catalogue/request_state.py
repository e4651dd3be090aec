"""The state of a request as a badge: a word with its icon, and the colour that goes with it."""

import streamlit as st

from data.codes import label

_LOOKS = {
    "received": ("green", "check_circle"),
    "received_late": ("orange", "schedule"),
    "awaited": ("blue", "hourglass_top"),
    "overdue": ("red", "error"),
    "refused": ("red", "block"),
}


def request_state(state: str) -> None:
    """Draw the badge of one of REQUEST_STATE."""
    colour, icon = _LOOKS[state]
    st.badge(label("request_state", state), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
