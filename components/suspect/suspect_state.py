"""The state of a suspect as a badge: a word with its icon, and the colour that goes with it."""

import streamlit as st

from data.codes import label

_LOOKS = {
    "to_issue": ("orange", "outbox"),
    "issued": ("blue", "send"),
    "checking": ("blue", "pending"),
    "confirmed": ("red", "check_circle"),
    "partly_confirmed": ("orange", "rule"),
    "not_confirmed": ("gray", "cancel"),
    "in_ledger": ("green", "task_alt"),
}


def suspect_state(state: str) -> None:
    """Draw the badge of one of SUSPECT_STATE."""
    colour, icon = _LOOKS[state]
    st.badge(label("suspect_state", state), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
