"""How far a letter is, as a badge with its word."""

import streamlit as st

from data.codes import label
from data.language import _

_LOOKS = {
    "to_send": ("outgoing_mail", "orange"),
    "late": ("error", "red"),
    "waiting": ("hourglass_top", "blue"),
    "answered": ("mark_email_read", "green"),
    "sent": ("mail", "gray"),
    "cancelled": ("block", "gray"),
}


def letter_state_badge(state: str) -> None:
    """Draw it; `state` is a code of LETTER_STATE, or "cancelled"."""
    icon, colour = _LOOKS[state]
    words = _("Cancelled, never sent") if state == "cancelled" else label("letter_state", state)
    st.badge(words, icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
