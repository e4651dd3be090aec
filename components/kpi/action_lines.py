"""Figures as the lines of a list, the first the most pressing; each opens to its rows."""

import streamlit as st

from components.address import address
from components.figures import show
from components.navigation import ROWS_PAGE
from components.session import bureau_now, figure
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters


def action_lines(filters: Filters, names: tuple[str, ...]) -> None:
    """Draw the lines. A figure of nought is said to be clear; no data is said to be no data."""
    nothing = _("no data")
    for name in names:
        kpi, now = kpis()[name], figure(name, filters)
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.page_link(
                ROWS_PAGE,
                label=str(kpi.title),
                icon=":material/chevron_right:",
                help=str(kpi.definition),
                query_params=address(filters, bureau_now().as_of, kpi=name),
                width="stretch",
            )
            if now.value is None:
                words = f":gray[{nothing}]"
            elif now.value == 0:
                words = f":green[✓ {show(0, kpi.format)}]"
            else:
                colour = "red" if name == names[0] else "gray"
                words = f":{colour}[**{show(now.value, kpi.format)}**]"
            st.markdown(words, width="content")
