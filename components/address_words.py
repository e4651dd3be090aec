"""Words to search for that stand in the address: a link or the Back button changes them."""

import streamlit as st

from components.address_parameter import put
from data.language import _

_LONGEST = 200


def address_words(parameter: str, placeholder: str, *, key: str, width: int) -> str:
    """Draw the field; returns the words without what surrounds them, "" where there are none."""
    # The address is the truth: what the widget held before is overwritten.
    st.session_state[key] = st.query_params.get(parameter, "")[:_LONGEST]

    def write() -> None:
        put(parameter, str(st.session_state[key]).strip())

    return st.text_input(
        _("Search"),
        key=key,
        placeholder=placeholder,
        icon=":material/search:",
        max_chars=_LONGEST,
        on_change=write,
        width=width,
    ).strip()
