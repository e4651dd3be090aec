"""The years of the map: how projects stood at the end of a year. The choice is the day of the filters."""

from datetime import date

import streamlit as st

from components.address_parameter import put
from components.session import bureau_now
from data.language import _
from queries.filters import Filters

_KEY = "map_year"
_YEARS = 8


def year_slider(filters: Filters) -> None:
    """Draw it; the present year means the newest day, and stands for no choice."""
    newest = bureau_now().as_of
    years = list(range(newest.year - _YEARS + 1, newest.year + 1))
    st.session_state[_KEY] = max(years[0], filters.as_of.year)
    st.select_slider(
        _("As it stood at the end of"),
        years,
        key=_KEY,
        on_change=_write,
        args=(newest,),
        help=_(
            "Every figure, state and colour is that of the last day of the year, or of today in this year."
        ),
    )


def _write(newest: date) -> None:
    year = int(st.session_state[_KEY])
    put("as_of", "" if year >= newest.year else date(year, 12, 31).isoformat())
