"""The line below a page of a long list: which rows it shows, and the way to the others."""

import math
from collections.abc import Callable

import streamlit as st

from components.figures import show
from data.language import _


def page_number(found: int, size: int, *, key: str) -> int:
    """The page that is asked for, from 1; the last where there are fewer now. `found` is more than nought."""
    wanted = int(st.session_state.get(key, 1))
    number = min(max(wanted, 1), math.ceil(found / size))
    if number != wanted:
        st.session_state[key] = number
    return number


def page_bar(
    found: int,
    size: int,
    shown: int,
    *,
    key: str,
    note: str = "",
    act: Callable[[], None] | None = None,
) -> None:
    """Draw it for the page of `page_number` with the same key, on which `shown` rows stand.

    `note` follows the rows; `act` draws what is done with them.
    """
    first = (page_number(found, size, key=key) - 1) * size + 1
    words = _("Rows {first}–{last} of {found}").format(
        first=show(first, "count"), last=show(first + shown - 1, "count"), found=show(found, "count")
    )
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(" · ".join(part for part in (words, note) if part))
        if act is not None:
            st.space("stretch")
            act()
        pages = math.ceil(found / size)
        if pages > 1:
            st.number_input(_("Page (of {pages})").format(pages=pages), 1, pages, key=key, width=150)
