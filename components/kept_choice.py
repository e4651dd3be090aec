"""What a reader has set up for a list, size and columns, stays so in their tab, also after another page."""

from collections.abc import Callable
from typing import Any

import streamlit as st


def kept_choice(key: str, first: Any) -> Callable[[], None]:
    """Let the widget with that key begin as it was left, or with `first`; returns its `on_change`.

    Streamlit forgets a widget once a page without it is shown.
    """
    memory = f"{key}_kept"
    st.session_state.setdefault(key, st.session_state.get(memory, first))

    def keep() -> None:
        st.session_state[memory] = st.session_state[key]

    return keep
