"""What needs action now: a short list of figures, the pressing ones first, each opening to its rows."""

import streamlit as st

from components.kpi.action_lines import action_lines
from components.kpi.worst_rows import worst_rows
from components.session import figure
from data.language import _
from queries.filters import Filters

# A gap of more than ten points between the two rates is itself a signal: large amounts stay open.
GAP_POINTS = 10


def action_list(filters: Filters, names: tuple[str, ...]) -> None:
    """Draw the list, the gap between the two rates above it, what is overdue longest below."""
    with st.container(border=True, height="stretch"):
        heading = _("What needs action now")
        st.markdown(f"**{heading}**")
        _rate_gap(filters)
        action_lines(filters, names)
        worst_rows("findings_overdue", filters, by="days_overdue", title=_("Overdue longest"), called="title")


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
