"""填报审核: the changes that persons propose of their own data, for personnel staff to decide on."""

from functools import partial
from typing import Any

import streamlit as st

from components.decision_buttons import decision_buttons
from components.decision_dialog import decision_dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import current_user, engine
from components.team.staff_facts import value_words
from data.access.roles import can
from data.codes import label
from data.engine import reading
from data.language import _
from data.local_time import in_china
from data.team.changes import DECIDING, StaffChangeError, decide_change, waiting_changes


def change_queue() -> None:
    """Draw what waits for the reader's decision; nothing for those who do not keep the staff."""
    user = current_user()
    if not can(user, DECIDING):
        return
    with reading(engine()) as connection:
        waiting = waiting_changes(connection, user)
    with st.container(border=True):
        st.subheader(_("Proposed changes to decide on"))
        if not waiting:
            st.markdown(":green[✓] " + _("Nothing waits for a decision."))
        for change in waiting:
            _change(change)


def _change(change: Any) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _told(change)
        decision_buttons(
            f"change_{change.staff_change_id}",
            yes=_("Accept"),
            no=_("Decline the change"),
            answered=partial(_decide, change),
        )


def _told(change: Any) -> None:
    before = value_words(change.field, change.old_value) if change.old_value else ""
    after = value_words(change.field, change.new_value)
    words = f"**{inert(change.name)}** {change.staff_code} · {label('staff_field', change.field)} "
    words += inert(f"{before} → {after}" if before else after)
    if change.fact_date:
        words += _(" from {day}").format(day=change.fact_date.isoformat())
    day = in_china(change.proposed_at).date().isoformat()
    st.markdown(f"{words}  \n:small[:gray[{inert(change.reason or '')} {day}]]", width="stretch")


def _decide(change: Any, is_accepted: bool) -> None:
    decision_dialog(
        _("Accept") if is_accepted else _("Decline the change"),
        is_granted=is_accepted,
        told=partial(_told, change),
        why_not=_("Why it is not accepted"),
        decide=lambda note: decide_change(
            engine(), user_now(engine()), change.staff_change_id, is_accepted=is_accepted, note=note
        ),
        refusal=StaffChangeError,
    )
