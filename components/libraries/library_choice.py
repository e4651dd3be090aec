"""Which project library is looked at; the choice stands in the address."""

import streamlit as st

from components.figures import show
from components.segment import segment
from components.session import groups
from data.codes import LIBRARY, label
from data.language import _
from queries.filters import Filters

_PARAMETER = "library"
_KEY = "library_choice"


def library_choice(filters: Filters) -> str:
    """Draw the choice with the number of items that wait in each; returns the code of LIBRARY."""
    waiting = {group.code: group.figure.rows for group in groups("library_items_open", filters, "library")}
    asked = st.query_params.get(_PARAMETER, "")
    # The address is the truth: a link or the Back button moves the widget.
    st.session_state[_KEY] = asked if asked in LIBRARY else next(iter(LIBRARY))
    code = st.segmented_control(
        _("Library"),
        list(LIBRARY),
        required=True,
        format_func=lambda code: segment(f"{label('library', code)} ({show(waiting.get(code, 0), 'count')})"),
        key=_KEY,
        on_change=_write,
        label_visibility="collapsed",
    )
    return str(code)


def _write() -> None:
    st.query_params[_PARAMETER] = str(st.session_state[_KEY])
