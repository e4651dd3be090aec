"""The search from anywhere: a field at the head of the menu that leads to what was found."""

import streamlit as st

from components.address import address
from components.navigation import SEARCH_PAGE
from components.search.search_box import PARAMETER
from components.session import bureau_now
from data.language import _
from queries.search.wanted import LONGEST

_KEY, _ASKED = "menu_search", "menu_search_asked"


def search_field() -> None:
    """Draw it; what is typed opens the page of the search, and the field is empty again."""

    def take() -> None:
        st.session_state[_ASKED] = str(st.session_state[_KEY]).strip()
        st.session_state[_KEY] = ""

    st.text_input(
        _("Search everything"),
        key=_KEY,
        placeholder=_("Search everything"),
        icon=":material/search:",
        max_chars=LONGEST,
        on_change=take,
        label_visibility="collapsed",
    )
    if typed := st.session_state.pop(_ASKED, ""):
        st.switch_page(SEARCH_PAGE, query_params=address(None, bureau_now().as_of, **{PARAMETER: str(typed)}))
