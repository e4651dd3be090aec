"""The dialog that ends an undertaking before its time, such as when its person leaves."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import bureau_now, engine
from data.data_room.undertakings import UndertakingError, UndertakingFacts
from data.data_room.undertakings import withdraw_undertaking as withdraw
from data.language import _


def withdraw_undertaking(entry: UndertakingFacts, name: str) -> None:
    """Open the dialog. The page behind it is drawn anew when the undertaking ends."""
    dialog(_("Withdraw the undertaking"), icon=":material/undo:")(_draw)(entry, name)


def _draw(entry: UndertakingFacts, name: str) -> None:
    today = bureau_now().as_of
    st.markdown(f"**{inert(name)}** {inert(entry.document)}")
    st.caption(_("From that day on the person brings in and takes no data until a new one is recorded."))
    with st.form("withdraw_undertaking", border=False):
        day = st.date_input(
            _("Ends on"), today, min_value=entry.signed_date, max_value=today, format="YYYY-MM-DD"
        )
        is_sent = st.form_submit_button(_("Withdraw the undertaking"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: withdraw(engine(), user_now(engine()), entry.undertaking_id, day), UndertakingError
    ):
        st.rerun()
