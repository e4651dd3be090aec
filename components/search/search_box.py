"""The one box of the search; what is typed stands in the address."""

import streamlit as st

from components.address_parameter import put
from data.language import _
from queries.search.wanted import LONGEST

PARAMETER = "q"
_KEY = "search_words"


def search_box() -> str:
    """Draw it; returns what was typed."""
    st.session_state[_KEY] = st.query_params.get(PARAMETER, "")[:LONGEST]

    def write() -> None:
        put(PARAMETER, str(st.session_state[_KEY]).strip(), forgets=("kind",))

    return st.text_input(
        _("Search"),
        key=_KEY,
        placeholder=_("Findings, models, rules, cases, reports …"),
        icon=":material/search:",
        max_chars=LONGEST,
        on_change=write,
        label_visibility="collapsed",
    ).strip()
