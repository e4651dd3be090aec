"""What a unit, or the units of a project, were asked to provide: on time or not, and the newest requests."""

import streamlit as st

from components.address import address
from components.figures import show
from components.kpi.ledger_table import draw_rows
from components.navigation import ROWS_PAGE
from components.session import bureau_now, figure, rows
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import Page

_KPI = "data_requests"
_SHOWN = 6
_FIGURES = ("data_requests", "data_requests_on_time", "data_requests_overdue", "data_requests_refused")


def asked_data(filters: Filters, *, leaves_out: str) -> None:
    """Draw the figures of these filters as links and the newest rows; nothing where nothing was asked for.

    `leaves_out` is the column that says the same in every row.
    """
    if not figure(_KPI, filters).rows:
        return
    with st.container(border=True):
        st.subheader(_("Requests to units"))
        with st.container(horizontal=True, gap="medium"):
            for name in _FIGURES:
                kpi = kpis()[name]
                shown = show(figure(name, filters).value, kpi.format)
                st.page_link(
                    ROWS_PAGE,
                    label=f"{kpi.title} **{shown}**",
                    query_params=address(filters, bureau_now().as_of, kpi=name),
                )
        newest = rows(_KPI, filters, Page(order_by="asked_date", is_descending=True, limit=_SHOWN))
        columns = [
            "requested",
            "unit",
            "project",
            "request_state",
            "asked_date",
            "limit_date",
            "received_date",
        ]
        draw_rows(kpis()[_KPI], newest, [name for name in columns if name != leaves_out], filters)
