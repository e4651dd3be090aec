"""The two answers to what waits for a decision."""

from collections.abc import Callable

import streamlit as st


def decision_buttons(key: str, *, yes: str, no: str, answered: Callable[[bool], None]) -> None:
    """Draw both buttons side by side where the container is horizontal; `answered` hears which was pressed.

    `key` names what is decided on.
    """
    for is_granted, title, icon in ((True, yes, "check"), (False, no, "block")):
        if st.button(title, icon=f":material/{icon}:", key=f"{'grant' if is_granted else 'refuse'}_{key}"):
            answered(is_granted)
