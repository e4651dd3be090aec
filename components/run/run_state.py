"""The outcome of a run as a badge: a word, its icon and the colour that goes with it."""

import streamlit as st

from data.codes import label

_LOOKS = {
    "running": ("blue", "hourglass_top"),
    "done": ("green", "check_circle"),
    "not_run": ("gray", "block"),
    "stopped": ("orange", "stop_circle"),
    "failed": ("red", "error"),
}


def run_state(outcome: str) -> None:
    """Draw the badge of one of RUN_OUTCOME."""
    colour, icon = _LOOKS[outcome]
    st.badge(label("run_outcome", outcome), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
