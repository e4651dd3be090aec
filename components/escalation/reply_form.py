"""Registering what was answered to a letter: when, what, and the paper."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, engine
from data.attachments import SUFFIXES, AttachmentError
from data.escalation.deciding import EscalationError
from data.escalation.letter import LetterSeen
from data.escalation.replying import LONGEST_REPLY, register_reply
from data.language import _
from data.settings import number


def reply_form(seen: LetterSeen) -> None:
    """Open the dialog for a letter that was sent."""
    dialog(_("Register an answer"))(_draw)(seen)


def _draw(seen: LetterSeen) -> None:
    today = bureau_now().as_of
    day = st.date_input(
        _("Reply received on"),
        today,
        min_value=seen.text.sent_date,
        max_value=today,
        format="YYYY-MM-DD",
        key="reply_day",
    )
    content = st.text_area(_("What was answered"), max_chars=LONGEST_REPLY, height=120, key="reply_content")
    file = st.file_uploader(
        _("Paper of the answer"),
        type=sorted(suffix.removeprefix(".") for suffix in SUFFIXES),
        max_upload_size=number("AUDIT_ATTACHMENT_MB"),
        key="reply_paper",
    )
    paper = (file.name, file.getvalue()) if file is not None else None
    if st.button(_("Register the answer"), type="primary", width="stretch") and attempted(
        lambda: register_reply(
            engine(),
            user_now(engine()),
            seen.letter_id,
            received_date=day or today,
            content=content or "",
            file=paper,
        ),
        EscalationError,
        AttachmentError,
    ):
        st.toast(_("Answer registered"), icon=":material/check_circle:")
        st.rerun()
