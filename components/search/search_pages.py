"""From one page of what was found to another; which one stands in the address."""

import streamlit as st

from components.figures import show
from components.page_bar import page_choice, page_number
from data.language import _
from queries.search.finding_by_words import MOST_RANKED

PER_PAGE = 10
_NAME = "search"


def first_of_page() -> int:
    """The place of the first thing on the page in the address, from 0."""
    return (page_number(MOST_RANKED, PER_PAGE, _NAME) - 1) * PER_PAGE


def search_pages(first: int, reached: int) -> None:
    """Draw which things these are of how many, and the choice of another page."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        told = _("{first}–{last} of {found}, best first").format(
            first=show(first + 1, "count"),
            last=show(min(first + PER_PAGE, reached), "count"),
            found=show(reached, "count"),
        )
        if reached >= MOST_RANKED:
            told += " · " + _("the newest of very many; add a word or a filter to narrow them")
        st.caption(told)
        page_choice(reached, PER_PAGE, _NAME)
