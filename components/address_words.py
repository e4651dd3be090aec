"""Words to search for that stand in the address: a link or the Back button changes them."""

from collections.abc import Iterable

import streamlit as st

from data.language import _

_LONGEST = 200


def address_words(
    parameter: str, placeholder: str, *, key: str, width: int, forgets: Iterable[str] = ()
) -> str:
    """Draw the field; returns the words without what surrounds them, "" where there are none.

    `forgets` names what else in the address means nothing once other words are sought.
    """
    # The address is the truth: what the widget held before is overwritten.
    st.session_state[key] = st.query_params.get(parameter, "")[:_LONGEST]

    def write() -> None:
        for name in (parameter, *forgets):
            st.query_params.pop(name, None)
        if words := str(st.session_state[key]).strip():
            st.query_params[parameter] = words

    return st.text_input(
        _("Search"),
        key=key,
        placeholder=placeholder,
        icon=":material/search:",
        max_chars=_LONGEST,
        on_change=write,
        width=width,
    ).strip()
