"""The warning that data is overdue: how many lines, for how long, and the way to them."""

import streamlit as st

from components.address import address
from components.figures import show
from components.navigation import ROWS_PAGE
from components.session import bureau_now, figure, rows
from data.language import _
from queries.filters import Filters
from queries.rows import Page

_NAME = "returns_overdue"


def returns_warning(filters: Filters) -> None:
    """Draw the warning; nothing where nothing is overdue."""
    overdue = figure(_NAME, filters).value
    if not overdue:
        return
    longest = rows(_NAME, filters, Page(order_by="days_overdue", is_descending=True, limit=1))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(
            _(
                "{count} handed-over data are overdue for return or destruction, the longest by {days}."
            ).format(count=show(overdue, "count"), days=show(longest["days_overdue"].iloc[0], "days")),
            icon=":material/assignment_late:",
            width="stretch",
        )
        st.page_link(
            ROWS_PAGE,
            label=_("See the lines"),
            icon=":material/chevron_right:",
            query_params=address(filters, bureau_now().as_of, kpi=_NAME),
        )
