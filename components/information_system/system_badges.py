"""Where an information system stands, as badges: its life, its use, and what is wrong with it."""

import streamlit as st

from components.figures import show
from components.state_badge import state_badge
from data.language import _
from queries.information_systems.system_card import SystemStanding

_STATES = {
    "building": ("gray", "construction"),
    "in_use": ("green", "check_circle"),
    "retired": ("gray", "block"),
}
_USES = {
    "idle": ("red", "hotel"),
    "low": ("orange", "trending_down"),
    "used": ("blue", "group"),
    "unknown": ("gray", "help"),
}


def system_badges(standing: SystemStanding) -> None:
    """Draw the badges."""
    state_badge("system_state", standing.system_state, _STATES)
    if standing.system_state == "in_use":
        state_badge("use_state", standing.use_state, _USES)
    if standing.is_duplicate:
        st.badge(_("Built twice"), icon=":material/content_copy:", color="orange")
    if standing.is_unapproved and standing.system_state == "in_use":
        st.badge(_("Online without approval"), icon=":material/gavel:", color="red")
    if standing.is_approved_by_several:
        st.badge(_("Approved by several departments"), icon=":material/account_tree:", color="orange")
    if standing.is_on_extranet is False:
        st.badge(_("Not on the government extranet"), icon=":material/link_off:", color="orange")
    if standing.open_findings:
        words = _("open findings: {number}").format(number=show(standing.open_findings, "count"))
        st.badge(words, icon=":material/flag:", color="orange")
