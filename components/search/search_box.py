"""The one box of the search; what is typed stands in the address."""

import streamlit as st

from data.language import _
from queries.search.wanted import LONGEST

PARAMETER = "q"
_KEY = "search_words"


def search_box() -> str:
    """Draw it; returns what was typed."""
    st.session_state[_KEY] = st.query_params.get(PARAMETER, "")[:LONGEST]

    def write() -> None:
        st.query_params[PARAMETER] = str(st.session_state[_KEY]).strip()
        for name in ("page", "kind"):
            st.query_params.pop(name, None)

    return st.text_input(
        _("Search"),
        key=_KEY,
        placeholder=_("Findings, models, rules, cases, reports …"),
        icon=":material/search:",
        max_chars=LONGEST,
        on_change=write,
        label_visibility="collapsed",
    ).strip()
