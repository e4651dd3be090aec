"""Which kind of things is looked at, each with how many were found."""

import streamlit as st

from components.address_parameter import put
from components.figures import show
from components.segment import segment
from data.codes import SEARCH_KIND, label
from data.language import _
from queries.search.finding_by_words import MOST_COUNTED

_ALL, _PARAMETER, _KEY = "all", "kind", "search_kind"


def chosen_kind() -> str | None:
    """The kind in the address; None for all of them."""
    asked = st.query_params.get(_PARAMETER, "")
    return asked if asked in SEARCH_KIND else None


def kind_choice(counts: dict[str, int]) -> None:
    """Draw it; kinds of which nothing was found are left out, unless it is the one looked at."""
    kind = chosen_kind()
    offered = [code for code in SEARCH_KIND if counts.get(code) or code == kind]
    st.session_state[_KEY] = kind or _ALL

    def write() -> None:
        chosen = str(st.session_state[_KEY])
        put(_PARAMETER, "" if chosen == _ALL else chosen)

    st.segmented_control(
        _("Kind"),
        [_ALL, *offered],
        required=True,
        format_func=lambda code: segment(
            f"{_('All')} {number(sum(counts.values()))}"
            if code == _ALL
            else f"{label('search_kind', code)} {number(counts.get(code, 0))}"
        ),
        key=_KEY,
        on_change=write,
        label_visibility="collapsed",
        wrap=True,
    )


def number(count: int) -> str:
    """How many; of very many, that they are more than were counted."""
    if count > MOST_COUNTED:
        return f"{show(MOST_COUNTED, 'count')}+"
    return str(show(count, "count"))
