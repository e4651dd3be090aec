"""The text in the editor of the workbench, which other parts of the page write into."""

import streamlit as st

KEY = "query_text"


def query_text() -> str:
    """What stands in the editor."""
    return str(st.session_state.get(KEY, ""))


def insert(word: str) -> None:
    """Put a word behind what stands there: only from a callback, before the editor is drawn."""
    before = query_text()
    st.session_state[KEY] = before + ("" if not before or before[-1].isspace() else " ") + word


def replace(text: str) -> None:
    """Put another text in its place: only from a callback, before the editor is drawn."""
    st.session_state[KEY] = text
