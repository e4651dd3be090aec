"""填报审核: the changes that persons propose of their own data, for personnel staff to decide on."""

from typing import Any

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
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
        for is_accepted, title, icon in (
            (True, _("Accept"), "check"),
            (False, _("Decline the change"), "block"),
        ):
            key = f"{'accept' if is_accepted else 'decline'}_change_{change.staff_change_id}"
            if st.button(title, icon=f":material/{icon}:", key=key):
                dialog(title)(_decide)(change, is_accepted)


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
    _told(change)
    with st.form("decide_change", border=False):
        words = _("Note (optional)") if is_accepted else _("Why it is not accepted")
        note = st.text_area(words, max_chars=400, height=80)
        title = _("Accept") if is_accepted else _("Decline the change")
        is_sent = st.form_submit_button(title, type="primary", width="stretch")
    if is_sent and attempted(
        lambda: decide_change(
            engine(), user_now(engine()), change.staff_change_id, is_accepted=is_accepted, note=note
        ),
        StaffChangeError,
    ):
        st.rerun()
