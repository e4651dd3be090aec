"""What presses among the documents: figures that open to their rows, and what is overdue longest."""

import streamlit as st

from components.kpi.action_lines import action_lines
from components.kpi.worst_rows import worst_rows
from data.language import _
from queries.filters import Filters


def pressing_documents(filters: Filters) -> None:
    """Draw the list."""
    with st.container(border=True, height="stretch"):
        heading = _("What needs action now")
        st.markdown(f"**{heading}**")
        action_lines(filters, ("documents_overdue", "documents_open", "archive_loans_overdue"))
        worst_rows(
            "documents_overdue", filters, by="days_overdue", title=_("Overdue longest"), called="document"
        )
