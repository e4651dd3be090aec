"""What a clerk has answered for a file: kept while the page shows something else, and over a restart."""

from collections.abc import Sequence
from zlib import crc32

import streamlit as st

from components.session import current_user
from data.transfers import Transfer, answers_for, keep_answers_for

_PREFIX = "upload_answer_"
_TAKEN_UP = "upload_answers_taken_up"


def answer_key(name: str, file: str) -> str:
    """Key of the widget for a question about a file (or several, told by the first one's number)."""
    return f"{_PREFIX}{file}_{name}"


def told_apart(words: Sequence[str]) -> str:
    """A short mark of these words for a key: the same in every process, as Python's own hash is not."""
    return f"{crc32(chr(0).join(words).encode()):08x}"


def hold_answers(transfer: Transfer) -> None:
    """Called before the questions about a file are drawn: take up earlier answers, keep those given now."""
    user, prefix = current_user(), answer_key("", transfer.transfer_id)
    taken_up: set[str] = st.session_state.setdefault(_TAKEN_UP, set())
    if transfer.transfer_id not in taken_up:
        taken_up.add(transfer.transfer_id)
        earlier = {
            f"{prefix}{name}": value for name, value in answers_for(user, transfer.transfer_id).items()
        }
        if new := earlier.keys() - {str(key) for key in st.session_state}:
            for key in new:
                st.session_state[key] = earlier[key]
            st.rerun()  # a widget may not have both a proposal and an answer that is set in the same run
    answers = {
        str(key).removeprefix(prefix): value
        for key, value in st.session_state.items()
        if str(key).startswith(prefix)
    }
    keep_answers_for(user, transfer.transfer_id, answers)


def keep_answers() -> None:
    """Called where the questions are not drawn: Streamlit forgets what widgets say that it does not see."""
    for key in [str(key) for key in st.session_state if str(key).startswith(_PREFIX)]:
        st.session_state[key] = st.session_state[key]
