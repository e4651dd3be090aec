"""The button and dialog that set how many days back the diary can be written."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import current_user, engine
from data.access.roles import can
from data.diary.lock import (
    ACTION,
    FEWEST_DAYS,
    MOST_DAYS,
    DiaryLockError,
    diary_days,
    set_diary_days,
)
from data.engine import reading
from data.language import _


def diary_days_button() -> None:
    """Draw the button for those who keep the staff of the whole bureau; nothing for others."""
    user = current_user()
    if not can(user, ACTION) or user.section_code or user.region_code:
        return
    if st.button(_("Set when entries are locked"), icon=":material/lock_clock:", key="diary_days"):
        dialog(_("When entries are locked"), icon=":material/lock_clock:")(_draw)()


def _draw() -> None:
    with reading(engine()) as connection:
        now = diary_days(connection)
    with st.form("diary_days_form", border=False):
        days = st.number_input(
            _("Days back that can be written and corrected"), FEWEST_DAYS, MOST_DAYS, value=now, step=1
        )
        is_sent = st.form_submit_button(_("Set the days"), type="primary", width="stretch")
    if is_sent and attempted(lambda: set_diary_days(engine(), user_now(engine()), int(days)), DiaryLockError):
        st.rerun()
