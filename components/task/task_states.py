"""Which section is behind: its tasks by state as stacked bars, what is overdue first; each opens its rows."""

import streamlit as st

from components.kpi.state_bars import state_bars
from data.language import _
from queries.filters import Filters

_ORDER = ("overdue", "due_soon", "in_progress", "not_started", "completed")
_MEANINGS = {"overdue": "breach", "due_soon": "at_risk", "in_progress": "neutral", "completed": "meets"}


def task_states(filters: Filters) -> None:
    """Draw the bars, the section with most overdue tasks on top."""
    state_bars(
        "tasks",
        filters,
        by="section",
        state="task_state",
        order=_ORDER,
        meanings=_MEANINGS,
        title=_("Which section is behind with its tasks?"),
    )
    st.caption(
        _("Broken-down tasks count as their parts; cancelled ones are not drawn. Most overdue on top.")
    )
