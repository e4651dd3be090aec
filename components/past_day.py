"""Nothing is done on a day that is over: what was then is looked at, what is now is worked on."""

import streamlit as st

from components.session import bureau_now
from data.language import _
from queries.filters import Filters


def past_day(filters: Filters) -> bool:
    """Whether the page is about another day than the bureau's; if so, says how to come back from it."""
    if filters.as_of == bureau_now().as_of:
        return False
    words = _("This is how things stood on {day}. To act on it, clear the date.")
    st.caption(words.format(day=filters.as_of.isoformat()))
    return True
