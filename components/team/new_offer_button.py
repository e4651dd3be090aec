"""The button and dialog that put a task up for whoever takes it up."""

from datetime import timedelta

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.language import _
from data.team.offer_writing import LONGEST_NOTE, LONGEST_TITLE
from data.team.offers import KEEPING, NewOffer, OfferError, put_up
from queries.administration.binding_choices import binding_choices

_USUAL_DAYS = 90


def new_offer_button() -> None:
    """Draw the button for those who put tasks up; nothing for others."""
    if can(current_user(), KEEPING) and st.button(
        _("Put a task up"), icon=":material/campaign:", key="new_offer"
    ):
        dialog(_("Put a task up"), icon=":material/campaign:")(_draw)()


def _draw() -> None:
    sections, bound = binding_choices(engine()).sections, current_user().section_code
    today = bureau_now().as_of
    with st.form("new_offer_form", border=False):
        title = st.text_input(_("Offered task"), max_chars=LONGEST_TITLE)
        requirement = st.text_area(_("What is to be delivered"), max_chars=LONGEST_NOTE, height=100)
        left, right = st.columns(2)
        section = left.selectbox(
            _("Section"),
            [None, *sections] if bound is None else [bound],
            format_func=lambda code: sections[code] if code else _("Open to the whole bureau"),
        )
        due = right.date_input(
            _("Delivery by"),
            today + timedelta(days=_USUAL_DAYS),
            min_value=today + timedelta(days=1),
            format="YYYY-MM-DD",
        )
        is_sent = st.form_submit_button(_("Put a task up"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: put_up(engine(), user_now(engine()), NewOffer(title, requirement, due, section)), OfferError
    ):
        st.rerun()
