"""The line that says after how many days a dataset is idle, and the button of those who may set it."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.figures import show
from components.frame.sign_in import user_now
from components.session import current_user, engine
from data.access.roles import can
from data.data_room import idle_limit as setting
from data.data_room.idle_limit import IdleLimitError
from data.engine import reading
from data.language import _


def set_idle_days() -> None:
    """Draw it."""
    user = current_user()
    with reading(engine()) as connection:
        days = setting.idle_limit(connection)
    is_free = user.section_code is None and user.region_code is None
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            _("A dataset is idle after more than {days} without a new version and without any use.").format(
                days=show(days, "days")
            ),
            width="content",
        )
        if (
            can(user, setting.ACTION)
            and is_free
            and st.button(
                _("Set the idle days"), icon=":material/edit:", type="tertiary", key="set_idle_days"
            )
        ):
            dialog(_("Set the idle days"))(_draw)(days)


def _draw(before: int) -> None:
    with st.form("idle_days_form", border=False):
        days = st.number_input(
            _("Days without a new version and without any use"),
            setting.FEWEST_DAYS,
            setting.MOST_DAYS,
            before,
            step=1,
        )
        st.caption(_("It holds for the whole bureau; figures of earlier days follow it too."))
        is_sent = st.form_submit_button(_("Save"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: setting.set_idle_limit(engine(), user_now(engine()), int(days)), IdleLimitError
    ):
        st.rerun()
