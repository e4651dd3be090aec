"""A state as a badge: its word, with the colour and the icon that go with it."""

from collections.abc import Mapping

import streamlit as st

from data.codes import label


def state_badge(code_list: str, state: str, looks: Mapping[str, tuple[str, str]]) -> None:
    """Draw the badge of a code of one of CODE_LISTS; `looks` gives (colour, icon) for each of its codes."""
    colour, icon = looks[state]
    st.badge(label(code_list, state), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
