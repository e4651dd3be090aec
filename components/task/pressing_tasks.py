"""What needs action on the task board: figures that open to their rows, and what is overdue longest."""

import streamlit as st

from components.kpi.action_lines import action_lines
from components.kpi.worst_rows import worst_rows
from data.language import _
from queries.filters import Filters

_LINES = ("tasks_overdue", "tasks_due_soon", "committee_items_open")


def pressing_tasks(filters: Filters) -> None:
    """Draw the list."""
    with st.container(border=True, height="stretch"):
        heading = _("What needs action now")
        st.markdown(f"**{heading}**")
        action_lines(filters, _LINES)
        worst_rows(
            "tasks_overdue", filters, by="days_overdue", title=_("Overdue longest"), called="task_title"
        )
