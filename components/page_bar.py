"""Long lists are shown in pages: how long they are, which one is shown, and the way to the others.

The page stands in the address, so that who opens a row finds it again on the way back.
"""

import math
from collections.abc import Callable

import streamlit as st

from components.address_parameter import page_parameter
from components.figures import show
from components.kept_choice import kept_choice
from data.language import _

_SIZES = (50, 100, 500)
_LONGEST = 9  # figures of a number in the address; no list has more pages


def page_size(name: str) -> int:
    """Draw the choice of how many rows make a page of that list."""
    key = f"{name}_size"
    keep = kept_choice(key, _SIZES[0])
    return int(st.selectbox(_("Rows per page"), _SIZES, key=key, on_change=keep, width=110))


def page_number(found: int, size: int, name: str) -> int:
    """The page that is asked for, from 1; the last where there are fewer now. `found` is more than nought."""
    asked = st.query_params.get(page_parameter(name), "")[:_LONGEST]
    wanted = int(asked) if asked.isdecimal() else 1
    return min(max(wanted, 1), math.ceil(found / size))


def page_choice(found: int, size: int, name: str) -> int:
    """Draw the choice of the page, where there is more than one; returns the number of the page."""
    pages, parameter = math.ceil(found / size), page_parameter(name)
    number = page_number(found, size, name)
    if pages > 1:
        # The address is the truth: what the widget held before is overwritten.
        st.session_state[parameter] = number
        title = _("Page (of {pages})").format(pages=pages)
        st.number_input(title, 1, pages, key=parameter, on_change=_write, args=(parameter,), width=150)
    return number


def _write(parameter: str) -> None:
    st.query_params[parameter] = str(st.session_state[parameter])


def page_bar(
    found: int,
    size: int,
    shown: int,
    name: str,
    *,
    note: str = "",
    act: Callable[[], None] | None = None,
) -> None:
    """Draw the line below the page of that list, on which `shown` rows stand, with the choice of the page.

    `note` follows the rows; `act` draws what is done with them.
    """
    first = (page_number(found, size, name) - 1) * size + 1
    words = _("Rows {first}–{last} of {found}").format(
        first=show(first, "count"), last=show(first + shown - 1, "count"), found=show(found, "count")
    )
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(" · ".join(part for part in (words, note) if part))
        if act is not None:
            st.space("stretch")
            act()
        page_choice(found, size, name)
