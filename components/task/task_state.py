"""The state of a task as a badge: a word with its icon, and the colour that goes with it."""

import streamlit as st

from data.codes import label

_LOOKS = {
    "cancelled": ("gray", "block"),
    "completed": ("green", "check_circle"),
    "overdue": ("red", "error"),
    "due_soon": ("orange", "schedule"),
    "in_progress": ("blue", "pending"),
    "not_started": ("gray", "radio_button_unchecked"),
}


def task_state(state: str) -> None:
    """Draw the badge of one of TASK_STATE."""
    colour, icon = _LOOKS[state]
    st.badge(label("task_state", state), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
