"""From one page of what was found to another; which one stands in the address."""

import math

import streamlit as st

from components.figures import show
from data.language import _
from queries.search.finding_by_words import MOST_RANKED

PER_PAGE = 10
_KEY = "search_page"


def first_of_page() -> int:
    """The place of the first thing on the page in the address, from 0."""
    asked = st.query_params.get("page", "")
    number = int(asked) if asked.isdecimal() and len(asked) <= len(str(MOST_RANKED)) else 1
    return (max(number, 1) - 1) * PER_PAGE


def search_pages(first: int, reached: int) -> None:
    """Draw which things these are of how many, and the choice of another page."""
    pages = max(1, math.ceil(reached / PER_PAGE))

    def write() -> None:
        st.query_params["page"] = str(st.session_state[_KEY])

    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        told = _("{first}–{last} of {found}, best first").format(
            first=show(first + 1, "count"),
            last=show(min(first + PER_PAGE, reached), "count"),
            found=show(reached, "count"),
        )
        if reached >= MOST_RANKED:
            told += " · " + _("the newest of very many; add a word or a filter to narrow them")
        st.caption(told)
        if pages > 1:
            st.session_state[_KEY] = min(first // PER_PAGE + 1, pages)
            st.number_input(
                _("Page (of {pages})").format(pages=pages), 1, pages, key=_KEY, on_change=write, width=150
            )
