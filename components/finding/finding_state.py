"""The state of a finding as a badge: always a word with its icon, and the colour that goes with it."""

import streamlit as st

from data.codes import label
from data.language import _

_LOOKS = {
    "withdrawn": ("gray", "block"),
    "transferred": ("gray", "forward_to_inbox"),
    "closed": ("green", "verified"),
    "rectified": ("green", "check_circle"),
    "overdue": ("red", "error"),
    "partial": ("blue", "timelapse"),
    "in_progress": ("blue", "pending"),
    None: ("gray", "hourglass_empty"),
}


def finding_state(state: str | None) -> None:
    """Draw the badge; None is a finding that was not in the ledger yet on the day asked for."""
    colour, icon = _LOOKS[state]
    words = label("state", state) if state else _("Not in the ledger yet")
    st.badge(words, icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
