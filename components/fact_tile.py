"""A figure of a card that is a fact of the thing itself, with words on it below."""

import streamlit as st


def fact_tile(title: str, value: str, words: str | None, colour: str = "gray") -> None:
    """Draw it; `colour` is one of st.metric's and belongs to the words."""
    st.metric(
        title,
        value,
        delta=words,
        delta_color=colour,  # type: ignore[arg-type]
        delta_arrow="off",
        border=True,
        height="stretch",
    )
