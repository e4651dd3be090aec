"""What of the projects in hand needs action: the limit of time on site, and what is late."""

import streamlit as st

from components.kpi.action_lines import action_lines
from components.kpi.worst_rows import worst_rows
from data.language import _
from queries.filters import Filters

_LINES = (
    "on_site_over_limit",
    "on_site_near_limit",
    "projects_late",
    "on_site_days_unknown",
)


def progress_actions(filters: Filters) -> None:
    """Draw the list."""
    with st.container(border=True, height="stretch"):
        heading = _("What needs action now")
        st.markdown(f"**{heading}**")
        action_lines(filters, _LINES)
        worst_rows(
            "on_site_over_limit", filters, by="on_site_days", title=_("Longest on site"), called="project"
        )
        worst_rows("projects_late", filters, by="delay_days", title=_("Latest by delay"), called="project")
