"""What needs action now: a short list of figures, the pressing ones first, each opening to its rows."""

import streamlit as st

from components.address import address
from components.figures import show
from components.longest_overdue import longest_overdue
from components.navigation import ROWS_PAGE
from components.session import bureau_now, figure
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters

# A gap of more than ten points between the two rates is itself a signal: large amounts stay open.
GAP_POINTS = 10


def action_list(filters: Filters, names: tuple[str, ...]) -> None:
    """Draw the list. A figure of nought is said to be clear; no data is said to be no data."""
    with st.container(border=True, height="stretch"):
        heading, nothing = _("What needs action now"), _("no data")
        st.markdown(f"**{heading}**")
        _rate_gap(filters)
        for name in names:
            kpi, now = kpis()[name], figure(name, filters)
            with st.container(
                horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
            ):
                st.page_link(
                    ROWS_PAGE,
                    label=str(kpi.title),
                    icon=":material/chevron_right:",
                    help=str(kpi.definition),
                    query_params=address(filters, bureau_now().as_of, kpi=name),
                )
                if now.value is None:
                    st.markdown(f":gray[{nothing}]")
                elif now.value == 0:
                    st.markdown(f":green[✓ {show(0, kpi.format)}]")
                else:
                    colour = "red" if name == names[0] else "gray"
                    st.markdown(f":{colour}[**{show(now.value, kpi.format)}**]")
        longest_overdue(filters)


def _rate_gap(filters: Filters) -> None:
    by_count = figure("rectification_rate_by_count", filters).value
    by_amount = figure("rectification_rate_by_amount", filters).value
    if by_count is None or by_amount is None:
        return
    gap = abs(by_count - by_amount) * 100
    if gap > GAP_POINTS:
        st.warning(
            _("The two rates are {gap} points apart: see which large amounts are open.").format(
                gap=f"{gap:.2f}"
            ),
            icon=":material/compare_arrows:",
        )
