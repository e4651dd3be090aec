"""The button and dialog that freeze the figures of a day."""

from datetime import date, timedelta

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.language import _
from data.snapshots import ACTION, AlreadyFrozenError, DayToComeError
from queries.snapshots.freezing import freeze

_LONGEST_NOTE = 200


def freeze_button() -> None:
    """Draw the button for those who may freeze; nothing for others."""
    if can(current_user(), ACTION) and st.button(
        _("Freeze a day"), icon=":material/ac_unit:", type="primary", key="freeze"
    ):
        dialog(_("Freeze the figures of a day"), icon=":material/ac_unit:")(_draw)()


def _draw() -> None:
    today = bureau_now().as_of
    with st.form("freeze_form", border=False):
        day = st.date_input(_("Day"), _month_end(today), max_value=today, format="YYYY-MM-DD")
        note = st.text_input(
            _("Note"), max_chars=_LONGEST_NOTE, placeholder=_("Optional: what the figures were reported for")
        )
        st.caption(
            _(
                "The figures of the rectification ledger and the state of every finding are kept as they are "
                "now. A snapshot cannot be changed or taken back; each day is frozen once."
            )
        )
        is_sent = st.form_submit_button(_("Freeze"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: freeze(engine(), user_now(engine()), day, note), AlreadyFrozenError, DayToComeError
    ):
        st.rerun()


def _month_end(today: date) -> date:
    """The day itself where it ends its month, else the last day of the month before."""
    is_end = (today + timedelta(days=1)).day == 1
    return today if is_end else today.replace(day=1) - timedelta(days=1)
