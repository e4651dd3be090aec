"""The dialog that records a return or a destruction; it is recorded once."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.one_of import one_of
from components.session import bureau_now, engine
from data.codes import label
from data.data_room.movement_closing import (
    CLOSINGS,
    LONGEST_NOTE,
    LONGEST_WITNESS,
    Closing,
    ClosingError,
    OpenMovement,
)
from data.data_room.movement_closing import close_movement as close
from data.language import _


def close_movement(moved: OpenMovement) -> None:
    """Open the dialog. The page behind it is drawn anew when it is recorded."""
    dialog(_("Record return or destruction"), icon=":material/assignment_return:")(_draw)(moved)


def _draw(moved: OpenMovement) -> None:
    today = bureau_now().as_of
    st.markdown(f"**{inert(moved.described)}**")
    st.caption(inert(moved.counterparty))
    with st.form("close_movement", border=False):
        kind = one_of(
            _("How it ended"),
            {code: label("movement_closing", code) for code in CLOSINGS},
            key="closing_kind",
        )
        day = st.date_input(
            _("Date of the fact"), today, min_value=moved.fact_date, max_value=today, format="YYYY-MM-DD"
        )
        witness = st.text_input(
            _("Witness"), max_chars=LONGEST_WITNESS, placeholder=_("Needed for a destruction")
        )
        note = st.text_area(_("Note"), max_chars=LONGEST_NOTE, height=80)
        is_sent = st.form_submit_button(_("Record"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: close(engine(), user_now(engine()), moved.line, Closing(str(kind), day, witness, note)),
        ClosingError,
    ):
        st.rerun()
