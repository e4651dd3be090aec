"""Where an investment project stands, as badges: its works, and what is wrong with it."""

import streamlit as st

from components.figures import show
from components.state_badge import state_badge
from data.language import _
from queries.investment.investment_card import InvestmentStanding

_LOOKS = {
    "planned": ("gray", "hourglass_empty"),
    "running": ("blue", "play_circle"),
    "suspended": ("orange", "pause_circle"),
    "completed": ("blue", "check_circle"),
    "settled": ("blue", "fact_check"),
    "accounted": ("green", "verified"),
    "cancelled": ("gray", "block"),
}


def investment_state(standing: InvestmentStanding) -> None:
    """Draw the badges."""
    state_badge("investment_state", standing.investment_state, _LOOKS)
    if standing.is_delayed:
        st.badge(_("Late"), icon=":material/schedule:", color="red")
    if standing.is_over_budget:
        st.badge(_("Over the approved budget"), icon=":material/trending_up:", color="red")
    if standing.flagged:
        words = _("open suspects and findings: {number}").format(number=show(standing.flagged, "count"))
        st.badge(words, icon=":material/flag:", color="orange")
    if standing.is_audited:
        st.badge(_("Audited"), icon=":material/task_alt:", color="green")
    elif standing.is_under_audit:
        st.badge(_("Under audit"), icon=":material/pending:", color="blue")
