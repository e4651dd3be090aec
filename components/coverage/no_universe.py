"""The state of a bureau without an audit universe: says what is missing, who brings it, and where."""

import streamlit as st

from components.registers.register_way import register_way
from components.session import bureau_now, figure
from data.language import _
from queries.filters import Filters


def no_universe() -> bool:
    """Whether there is no object that the reader may see; draws what to do about it."""
    if figure("audit_objects", Filters(as_of=bureau_now().as_of)).value is not None:
        return False
    st.info(
        _(
            "There are no audit objects yet. Planning staff import units with their class and coverage "
            "rules, and the projects with the day of their report; coverage follows from both. The "
            "standard rules are there already."
        ),
        icon=":material/travel_explore:",
    )
    register_way()
    return True
