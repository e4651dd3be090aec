"""A fact at the head of a card of the data room: what, how much or when, and how it stands in a colour."""

import streamlit as st

from components.figures import NO_DATA


def card_tile(title: str, value: str | None, words: str | None = None, colour: str = "gray") -> None:
    """Draw it; `words` stand below in the colour of their meaning."""
    st.metric(
        title,
        value or NO_DATA,
        delta=words,
        delta_color=colour,  # type: ignore[arg-type]
        delta_arrow="off",
        border=True,
        height="stretch",
    )
