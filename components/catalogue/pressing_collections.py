"""What data-room staff have to see to: figures that open to their rows, and what is overdue longest."""

import streamlit as st

from components.kpi.action_lines import action_lines
from components.kpi.worst_rows import worst_rows
from data.language import _
from queries.filters import Filters

_LINES = (
    "catalogue_overdue",
    "catalogue_due_soon",
    "sources_failing",
    "data_requests_overdue",
    "data_requests_refused",
    "returns_overdue",
    "idle_datasets",
)


def pressing_collections(filters: Filters) -> None:
    """Draw the list."""
    with st.container(border=True, height="stretch"):
        heading = _("What needs action now")
        st.markdown(f"**{heading}**")
        action_lines(filters, _LINES)
        worst_rows(
            "data_requests_overdue",
            filters,
            by="days_overdue",
            title=_("Owed by units for longest"),
            called="unit",
            also="requested",
        )
