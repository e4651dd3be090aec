"""What can be done next with a problem of the list: a button per act, as the table has them."""

import streamlit as st

from components.major.list_step import list_step
from components.past_day import past_day
from components.session import bureau_now, current_user, engine
from components.transition_buttons import transition_buttons
from data.access.roles import can
from data.engine import reading
from data.language import _
from data.major_problems.moving import is_theirs, offered_acts
from data.major_problems.standing import standing
from data.major_problems.transitions import RIGHTS
from queries.filters import Filters

_ICONS = {
    "list": "playlist_add",
    "tell_week": "edit_calendar",
    "assign": "person_edit",
    "request": "outgoing_mail",
    "pass_review": "fact_check",
    "approve": "approval",
    "remove": "playlist_remove",
}
# Not “list”: few findings get there, and on the page of a finding its next step is what stands out.
_ONWARD = {"tell_week", "request", "pass_review", "approve"}


def list_buttons(finding_id: int, filters: Filters) -> None:
    """Draw them; nothing for who takes no step of the list. What stands against a step is said."""
    user, today = current_user(), bureau_now().as_of
    if not any(can(user, right) for right in RIGHTS):
        return
    if past_day(filters):
        return
    with reading(engine()) as connection:
        there = standing(connection, finding_id, today)
        if there is None:
            return
        offered = offered_acts(there, user)
        acts = [each for each in offered if is_theirs(connection, user, there, each.transition.right)]
    if offered and not acts:
        st.caption(_("It belongs to another section or region: you may look, and not work on it."))
        return
    transition_buttons(
        acts, key="major", icons=_ICONS, onward=_ONWARD, taken=lambda act: list_step(act, there)
    )
