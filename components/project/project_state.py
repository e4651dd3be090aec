"""Where a project stands, as badges: its progress, and what is wrong with it."""

import streamlit as st

from data.codes import label
from data.language import _
from queries.cards.project_standing import ProjectStanding

_LOOKS = {
    "finished": ("green", "check_circle"),
    "running": ("blue", "play_circle"),
    "not_started": ("gray", "hourglass_empty"),
}
_LIMITS = {"over": ("red", "error"), "near": ("orange", "warning"), "exceeded": ("orange", "warning")}


def project_state(standing: ProjectStanding) -> None:
    """Draw the badges; a project that is not in the plan on the day says why."""
    if standing.project_state is None:
        if standing.is_draft:
            words = _("In a draft plan")
        elif standing.cancelled_date:
            words = _("Taken out of the plan on {day}").format(day=standing.cancelled_date.isoformat())
        else:
            words = _("Not in the plan on this day")
        st.badge(words, icon=":material/event_busy:", color="gray")
        return
    colour, icon = _LOOKS[standing.project_state]
    st.badge(
        label("project_state", standing.project_state),
        icon=f":material/{icon}:",
        color=colour,  # type: ignore[arg-type]
    )
    if standing.is_late:
        st.badge(_("Late"), icon=":material/schedule:", color="red")
    if standing.limit_state in _LIMITS:
        colour, icon = _LIMITS[standing.limit_state]
        words = label("limit_state", standing.limit_state)
        st.badge(words, icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
    if standing.is_paused:
        st.badge(_("Paused"), icon=":material/pause_circle:", color="gray")
    if standing.is_dual_lead:
        st.badge(_("Two leads"), icon=":material/group:", color="blue")
