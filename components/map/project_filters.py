"""What else the projects of the map are narrowed to: sector, state, words. It stands in the address."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from data.codes import CODE_LISTS, label
from data.language import _
from queries.filters import Filters

_LONGEST = 80
# Parameter of the address and dimension that it drills to.
_CHOICES = {"sector": "investment_sector", "works": "investment_state"}


def project_filters(filters: Filters, *, can_search: bool) -> tuple[Filters, str]:
    """Draw the choices; returns the filters narrowed by them, and the words searched for."""
    titles = {"sector": _("Sector"), "works": _("State of the works")}
    drill = []
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        for parameter, dimension in _CHOICES.items():
            chosen = _choice(parameter, titles[parameter], dimension)
            if chosen:
                drill.append((dimension, chosen))
        words = _search() if can_search else ""
    return replace(filters, drill=tuple(drill)), words


def found_projects(frame: pd.DataFrame, words: str) -> pd.DataFrame:
    """The projects whose name, code, owner or contractor holds the words."""
    if not words:
        return frame
    wanted = words.casefold()
    is_found = pd.Series(False, index=frame.index)
    for name in ("name", "code", "unit", "contractor"):
        is_found |= frame[name].astype("string").str.casefold().str.contains(wanted, regex=False, na=False)
    return frame[is_found]


def _choice(parameter: str, title: str, dimension: str) -> str:
    options = {"": _("All"), **{code: label(dimension, code) for code in CODE_LISTS[dimension]}}
    key = f"map_{parameter}"
    asked = st.query_params.get(parameter, "")
    st.session_state[key] = asked if asked in options else ""
    chosen = st.selectbox(
        title,
        list(options),
        format_func=lambda code: options[code],
        key=key,
        on_change=_write,
        args=(parameter, key),
        width=180,
    )
    return str(chosen)


def _search() -> str:
    key = "map_search"
    st.session_state[key] = st.query_params.get("q", "")[:_LONGEST]
    words = st.text_input(
        _("Search"),
        key=key,
        placeholder=_("Name, code, owner or contractor"),
        icon=":material/search:",
        max_chars=_LONGEST,
        on_change=_write,
        args=("q", key),
        width=300,
    )
    return words.strip()


def _write(parameter: str, key: str) -> None:
    chosen = str(st.session_state[key]).strip()
    if chosen:
        st.query_params[parameter] = chosen
    else:
        st.query_params.pop(parameter, None)
