"""The state of a bureau without suspects: says so, and who brings them, and where."""

import streamlit as st

from components.session import figure
from data.language import _
from queries.filters import Filters


def no_suspects(filters: Filters) -> bool:
    """Whether nothing was flagged that the reader may see; draws what to do about it."""
    if figure("suspects", Filters(as_of=filters.as_of)).rows:
        return False
    st.info(
        _(
            "There are no suspects yet. Run an audit model on data of the data room and register its hits,"
            " keep rows of a quick test as suspects, or let the nightly run do it; then they are issued,"
            " checked and answered here."
        ),
        icon=":material/search_insights:",
    )
    return True
