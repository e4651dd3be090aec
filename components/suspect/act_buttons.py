"""What can be done with the suspects chosen: a button per act, as the table of transitions has them."""

import streamlit as st

from components.past_day import past_day
from components.session import current_user
from components.suspect.suspect_step import suspect_step
from components.transition_buttons import transition_buttons
from data.access.roles import can
from data.language import _
from data.suspects.moving import ACTION
from data.transition import Offered
from queries.filters import Filters
from queries.suspects.revisions import Seen

_ICONS = {
    "issue": "send",
    "dismiss": "block",
    "reassign": "forward",
    "take_up": "pending",
    "confirm": "check_circle",
    "confirm_partly": "rule",
    "refute": "cancel",
    "check_again": "replay",
}


def act_buttons(
    seen: Seen, filters: Filters, *, amount_fen: int | None = None, is_second: bool = False
) -> None:
    """Draw them; nothing for who may not work on suspects. What stands against it is said.

    `amount_fen` is proposed as the amount confirmed. `is_second`: another act stands before them.

    The act that needs its finding has its own form and is left out here.
    """
    if not can(current_user(), ACTION):
        return
    if past_day(filters):
        return
    if not seen.is_theirs:
        st.caption(_("Somebody else checks one of them: you may look, and not work on it."))
        return
    offered = [act for act in seen.acts if act.act in _ICONS]
    if not offered and len(seen.revisions) > 1:
        st.caption(_("These suspects stand at different places: choose those of one state."))
        return
    transition_buttons(
        [Offered(act) for act in offered],
        key="suspect",
        icons=_ICONS,
        onward=() if is_second else {act.act for act in offered[:1]},
        taken=lambda act: suspect_step(act.act, seen.revisions, amount_fen=amount_fen),
    )
