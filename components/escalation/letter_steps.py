"""What can be done with a letter: take it, number and send it, cancel it, register what was answered."""

import streamlit as st

from components.escalation.reply_form import reply_form
from components.escalation.send_form import cancel_form, send_form
from components.inert import inert
from components.past_day import past_day
from components.session import current_user, engine
from data.access.permission import is_in_place
from data.access.roles import can
from data.engine import reading
from data.escalation.ladder import KEEP
from data.escalation.letter import LetterSeen, letter_file_name
from data.escalation.sending import take_letter
from data.language import _
from data.letters.template import TemplateError, template_of
from queries.filters import Filters


def letter_steps(seen: LetterSeen, filters: Filters) -> None:
    """Draw the buttons; nothing for who does not keep letters, and why not on another day or elsewhere."""
    user, maker = current_user(), engine()
    if not can(user, KEEP):
        return
    if past_day(filters):
        return
    with reading(maker) as connection:
        if not is_in_place(connection, user, seen.place):
            st.caption(_("It belongs to another section or region: you may look, and not work on it."))
            return
    if seen.cancelled_date is not None:
        return
    if seen.is_waiting:
        try:
            template_of(seen.text.step)
        except TemplateError as error:
            st.error(inert(str(error)), icon=":material/error:")
            return
    with st.container(horizontal=True, gap="small"):
        if not seen.is_waiting:
            if st.button(_("Register an answer"), icon=":material/mark_email_read:", type="primary"):
                reply_form(seen)
            return
        if st.button(_("Number and send"), icon=":material/outgoing_mail:", type="primary"):
            send_form(seen)
        st.download_button(
            _("Draft (DOCX)"),
            lambda: take_letter(maker, user, seen.letter_id),
            file_name=letter_file_name(seen),
            mime="application/octet-stream",
            icon=":material/download:",
            on_click="ignore",
        )
        if st.button(_("Cancel the letter"), icon=":material/block:"):
            cancel_form(seen)
