"""What needs action among suspects: figures that open to their rows, and what is overdue longest."""

import streamlit as st

from components.kpi.action_lines import action_lines
from components.kpi.worst_rows import worst_rows
from data.language import _
from queries.filters import Filters

_LINES = ("suspects_overdue", "suspects_to_issue", "suspects_new")


def pressing_suspects(filters: Filters) -> None:
    """Draw the list."""
    with st.container(border=True, height="stretch"):
        heading = _("What needs action now")
        st.markdown(f"**{heading}**")
        action_lines(filters, _LINES)
        worst_rows(
            "suspects_overdue",
            filters,
            by="days_overdue",
            title=_("Overdue longest"),
            called="entity_reference",
            also="summary",
        )
