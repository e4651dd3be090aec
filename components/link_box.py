"""A box of links to what belongs to a thing: each line opens its card."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.navigation import CARDS
from components.session import bureau_now, row_scope
from data.language import _
from queries.filters import EVERYTHING, Filters

_SHOWN = 8

Line = tuple[int, str, Sequence[str | date | None]]  # id, words, notes


def link_box(title: str, kind: str, lines: Sequence[Line], as_of: date, *, nothing: str) -> None:
    """Draw the box; of many lines the first, with a word on how many there are. `kind` is a key of CARDS."""
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.subheader(title if not lines else f"{title} ({show(len(lines), 'count')})")
        is_part = row_scope() != EVERYTHING
        if not lines and not is_part:
            st.text(nothing)
        for key, words, notes in lines[:_SHOWN]:
            st.page_link(
                CARDS[kind],
                label=inert(words),
                icon=":material/arrow_forward:",
                query_params=address(Filters(as_of=as_of), bureau_now().as_of, id=str(key)),
            )
            st.caption(" · ".join(inert(str(note)) for note in notes if note))
        if len(lines) > _SHOWN:
            st.caption(_("{number} more").format(number=show(len(lines) - _SHOWN, "count")))
        if is_part:  # there may be more
            st.caption(_("What belongs to other sections or regions is not listed."))
