"""What can be done next with the findings chosen: a button per act, as the table of transitions has them."""

import streamlit as st

from components.closing.finding_step import finding_step
from components.past_day import past_day
from components.session import current_user
from components.transition_buttons import transition_buttons
from data.closing.attaching import may_attach
from data.closing.offered import ONWARD
from data.language import _
from queries.closing.seen import Seen
from queries.filters import Filters

_ICONS = {
    "notify": "outgoing_mail",
    "measure": "edit_note",
    "progress": "timelapse",
    "submit": "inventory",
    "accept": "check_circle",
    "not_accept": "undo",
    "ask_extension": "more_time",
    "extend": "more_time",
    "refuse_extension": "timer_off",
    "request": "outgoing_mail",
    "first_review": "fact_check",
    "second_review": "fact_check",
    "approve": "approval",
    "close": "verified",
    "look_back": "history",
    "reopen": "replay",
    "transfer": "forward_to_inbox",
    "withdraw": "block",
    "return": "move_to_inbox",
}


def step_buttons(now: Seen, filters: Filters) -> None:
    """Draw them; nothing for who takes no step of findings. What stands against a step is said."""
    if not may_attach(current_user()):
        return
    if past_day(filters):
        return
    if not now.is_theirs:
        st.caption(_("It belongs to another section or region: you may look, and not work on it."))
        return
    if not now.acts:
        if len(now.revisions) > 1:
            st.caption(_("These findings stand at different places: choose those of one stage."))
        elif any(standing.stage != "closed" for standing in now.standings):
            st.caption(_("The next step is somebody else's."))
        return
    transition_buttons(
        now.acts, key="finding", icons=_ICONS, onward=ONWARD, taken=lambda act: finding_step(act, now)
    )
