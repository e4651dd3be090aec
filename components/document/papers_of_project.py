"""The official documents about a project and what of it lies in the archive."""

import streamlit as st

from components.kpi.ledger_table import draw_rows
from components.session import rows
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import Page

_SHOWN = 20
_COLUMNS = {
    "project_documents": (
        *("register_code", "document", "document_number", "counterparty", "registered_date"),
        *("limit_date", "document_state"),
    ),
    "archives": ("archive_code", "archive_title", "filed_date", "archive_place", "is_lent"),
}


def papers_of_project(filters: Filters) -> None:
    """Draw the newest of both; nothing where there are none that the reader may see."""
    order = {"project_documents": "registered_date", "archives": "filed_date"}
    found = {
        name: rows(name, filters, Page(order_by=day, is_descending=True, limit=_SHOWN))
        for name, day in order.items()
    }
    if all(frame.empty for frame in found.values()):
        return
    with st.container(border=True):
        st.subheader(_("Documents and archive"))
        for name, frame in found.items():
            if not frame.empty:
                st.markdown(f"**{kpis()[name].title}**")
                draw_rows(kpis()[name], frame, list(_COLUMNS[name]), filters)
