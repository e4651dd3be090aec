"""The number and the day of a letter: with them it goes out, and its findings have reached the rung."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, engine
from data.attachments import AttachmentError
from data.escalation.deciding import EscalationError
from data.escalation.letter import LetterSeen
from data.escalation.sending import LONGEST_NUMBER, LONGEST_REASON, cancel_letter, send_letter
from data.language import _
from data.letters.template import TemplateError


def send_form(seen: LetterSeen) -> None:
    """Open the dialog for a letter that waits."""
    dialog(_("Number and send the letter"))(_draw)(seen)


def cancel_form(seen: LetterSeen) -> None:
    """Open the dialog to cancel it."""
    dialog(_("Cancel the letter"))(_cancel)(seen)


def _draw(seen: LetterSeen) -> None:
    today = bureau_now().as_of
    st.caption(_("The letter is made with its number and kept with its digest; its findings reach the rung."))
    number = st.text_input(
        _("Document number"),
        max_chars=LONGEST_NUMBER,
        placeholder=_("As the office gave it"),
        key="letter_number",
    )
    day = st.date_input(
        _("Letter sent on"),
        today,
        min_value=seen.text.decided_date,
        max_value=max(today, seen.text.decided_date),
        format="YYYY-MM-DD",
        key="letter_sent",
    )
    if st.button(_("Number and send"), type="primary", width="stretch") and attempted(
        lambda: send_letter(
            engine(), user_now(engine()), seen.letter_id, document_number=number or "", sent_date=day or today
        ),
        EscalationError,
        TemplateError,
        AttachmentError,
    ):
        st.toast(_("Letter sent"), icon=":material/check_circle:")
        st.rerun()


def _cancel(seen: LetterSeen) -> None:
    st.caption(_("It never went out; its findings can be proposed again."))
    reason = st.text_area(_("Reason"), max_chars=LONGEST_REASON, height=90, key="letter_cancel_reason")
    if st.button(_("Cancel the letter"), type="primary", width="stretch") and attempted(
        lambda: cancel_letter(engine(), user_now(engine()), seen.letter_id, reason or ""), EscalationError
    ):
        st.rerun()
