"""The head of a card of the data catalogue: its name, its state, where it belongs and as of which day."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from components.inert import inert
from data.codes import label
from data.language import _


def card_head(
    title: str,
    state: Callable[[], object],
    places: Sequence[str | None],
    as_of: date,
    *,
    domain: str | None = None,
    sector: str | None = None,
    link: Callable[[], object] | None = None,
) -> None:
    """Draw it. `state` draws the badge; `domain` and `sector` are codes; `link` draws the way from it."""
    st.header(inert(title))
    words = [inert(name) for name in places if name]
    if domain:
        words.append(label("data_domain", domain))
    if sector:
        words.append(label("data_sector", sector))
    words.append(_("as of {day}").format(day=as_of.isoformat()))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        state()
        st.caption(" · ".join(words))
        if link is not None:
            link()
