"""What a clerk has answered for a file: kept while the page shows something else."""

import streamlit as st

_PREFIX = "upload_answer_"


def answer_key(name: str, file: str) -> str:
    """Key of the widget for a question about a file (or several, told by the first one's number)."""
    return f"{_PREFIX}{file}_{name}"


def keep_answers() -> None:
    """Called where the questions are not drawn: Streamlit forgets what widgets say that it does not see."""
    for key in [str(key) for key in st.session_state if str(key).startswith(_PREFIX)]:
        st.session_state[key] = st.session_state[key]
