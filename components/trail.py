"""Where the reader is and how to get back: the places above as links, and at last the place itself."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st


@dataclass(frozen=True)
class Above:
    """A place above: its page with the parts of its address (components/address.py), and an inert label."""

    page: str
    label: str
    parts: list[tuple[str, str]]
    icon: str | None = None


def trail(above: Sequence[Above], here: str = "") -> None:
    """Draw it; `here` is plain text, empty where nothing is shown that could have a name."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for number, place in enumerate(above):
            if number:
                st.markdown(":gray[›]")
            st.page_link(place.page, label=place.label, icon=place.icon, query_params=place.parts)
        if here:
            st.markdown(":gray[›]")
            st.text(here)
