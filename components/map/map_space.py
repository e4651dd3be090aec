"""How large the map is on the reader's screen: its view is fitted to that, and only the browser knows."""

from pathlib import Path

import streamlit as st

from components.map.map_deck import WIDE, Space

_component = st.components.v2.component(
    "map_space", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)
_KEY = "map_space"
_PHONE = Space(340, 360)  # until the browser has told
_NARROWEST = 200


def map_space() -> Space:
    """Ask once, and draw nothing. On a narrow screen a second run of the page follows the answer."""
    told = st.session_state.get(_KEY, {}).get("width")
    known = told if isinstance(told, int) else 0
    _component(key=_KEY, data={"width": known}, height=0, on_width_change=_nothing)
    if known >= _NARROWEST:
        return Space(known, _PHONE.height)
    is_phone = told is None and "Mobile" in st.context.headers.get("User-Agent", "")
    return _PHONE if is_phone else WIDE


def _nothing() -> None:
    """The window has another width: the run that follows draws the map for it."""
