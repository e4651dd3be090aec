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
        # Projects go by their units, as in the picture beside: the name of a project begins with it anyway.
        for name, by, title in (
            ("on_site_over_limit", "on_site_days", _("Longest on site")),
            ("projects_late", "delay_days", _("Latest by delay")),
        ):
            worst_rows(name, filters, by=by, title=title, called="unit", also="project")
