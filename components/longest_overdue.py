"""The findings that have been overdue longest, each a link to its page."""

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.navigation import FINDING_PAGE
from components.session import bureau_now, rows
from data.language import _
from queries.filters import Filters
from queries.rows import Page

_KPI = "findings_overdue"
_SHOWN = 5
_TITLE_LENGTH = 12  # letters that fit beside the days at 1366 px


def longest_overdue(filters: Filters) -> None:
    """Draw the list; nothing where nothing is overdue."""
    worst = Page(order_by="days_overdue", is_descending=True, limit=_SHOWN)
    frame = rows(_KPI, filters, worst)
    if frame.empty:
        return
    st.caption(_("Overdue longest"))
    for row in frame.itertuples():
        title = str(row.title)
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.page_link(
                FINDING_PAGE,
                label=inert(title if len(title) <= _TITLE_LENGTH else f"{title[:_TITLE_LENGTH]}…"),
                help=inert(f"{row.finding_code} {title} {row.unit}"),
                query_params=address(filters, bureau_now().as_of, id=str(row.finding_id), kpi=_KPI),
            )
            st.markdown(f":gray[{show(row.days_overdue, 'days')}]")
