"""The dialog that decides on a request: granted with the number of the approval, or refused with a reason."""

from datetime import datetime

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.output.output_facts import output_facts
from components.output.output_preview import output_preview
from components.session import current_user, engine
from data.data_room.outputs import OutputError, OutputRequest, grant_output, may_preview, refuse_output
from data.data_room.outputs.deciding import LONGEST_NOTE, LONGEST_NUMBER
from data.engine import reading
from data.language import _


def decide_output(request: OutputRequest, moment: datetime, is_granted: bool) -> None:
    """Open the dialog, with all that is decided by. The page behind it is drawn anew when it is decided."""
    title = _("Grant the output") if is_granted else _("Do not grant the output")
    dialog(title, width="large")(_draw)(request, moment, is_granted=is_granted)


def _draw(request: OutputRequest, moment: datetime, *, is_granted: bool) -> None:
    output_facts(request, moment)
    if not is_granted:
        _refuse(request)
        return
    with reading(engine()) as connection:
        is_shown = may_preview(connection, current_user(), request)
    if is_shown:
        output_preview(request)
    else:
        st.caption(
            _(
                "You may not read all the datasets behind this file, so its rows are not shown here. Decide"
                " by purpose, recipient and classification, or ask the owner of a dataset to share it with"
                " you."
            )
        )
    _grant(request)


def _grant(request: OutputRequest) -> None:
    with st.form("grant_output", border=False):
        number = st.text_input(_("Approval number"), max_chars=LONGEST_NUMBER)
        note = st.text_area(
            _("Remark"), max_chars=LONGEST_NOTE, height=80, placeholder=_("Conditions; optional")
        )
        is_sent = st.form_submit_button(_("Grant"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: grant_output(engine(), user_now(engine()), request.output_id, number, note), OutputError
    ):
        st.rerun()


def _refuse(request: OutputRequest) -> None:
    with st.form("refuse_output", border=False):
        reason = st.text_area(_("Why it is refused"), max_chars=LONGEST_NOTE, height=100)
        is_sent = st.form_submit_button(_("Do not grant"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: refuse_output(engine(), user_now(engine()), request.output_id, reason), OutputError
    ):
        st.rerun()
