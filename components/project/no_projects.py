"""The state of a bureau whose plan is not in the cockpit yet: says what is missing, and who brings it."""

import streamlit as st

from components.registers.register_way import register_way
from components.session import bureau_now, figure
from data.language import _
from queries.filters import Filters


def no_projects() -> bool:
    """Whether there is no project that the reader may see; draws who can bring them."""
    if figure("projects_in_plan", Filters(as_of=bureau_now().as_of)).value is not None:
        return False
    st.info(
        _(
            "There are no projects yet. Planning staff import the plan with stages and dates; a ledger "
            "brings its projects too, but without dates."
        ),
        icon=":material/event_note:",
    )
    register_way()
    return True
