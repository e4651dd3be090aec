"""Says where the calendar of working days ends, before anybody takes a missing number for a small one."""

import streamlit as st

from components.address import address
from components.navigation import CALENDAR_PAGE
from components.session import bureau_now, calendar_reach, current_user
from data.access.roles import can
from data.language import _
from queries.filters import Filters


def calendar_banner(filters: Filters) -> None:
    """Draw the banner where the day asked for, or what running projects plan, lies outside the calendar."""
    reach = calendar_reach(filters)
    if reach.first_day is None or reach.last_day is None:
        st.warning(_("The calendar of working days is empty: no working day is counted."), icon=_ICON)
    elif not reach.holds(filters.as_of):
        st.warning(
            _(
                "The calendar of working days runs from {first} to {last}. {day} lies outside it: "
                "working days of what goes on are left empty, not guessed."
            ).format(first=reach.first_day, last=reach.last_day, day=filters.as_of),
            icon=_ICON,
        )
    elif reach.projects_beyond:
        st.info(
            _(
                "The calendar of working days ends on {last}. {projects} unfinished projects have stages "
                "planned after it, up to {latest}: their delays stay empty until that year is imported."
            ).format(last=reach.last_day, projects=reach.projects_beyond, latest=reach.latest_planned_date),
            icon=_ICON,
        )
    else:
        return
    if can(current_user(), "maintain-registers"):
        st.page_link(
            CALENDAR_PAGE,
            label=_("Work calendar"),
            icon=":material/calendar_month:",
            query_params=address(None, bureau_now().as_of),
        )


_ICON = ":material/event_busy:"
