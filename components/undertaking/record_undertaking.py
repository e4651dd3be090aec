"""The button and dialog that record an undertaking which somebody has signed."""

import calendar
from datetime import date

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, engine
from data.data_room.undertakings import UndertakingError
from data.data_room.undertakings import record_undertaking as record
from data.language import _

LONGEST_DOCUMENT = 200
_USUAL_YEARS = 1


def record_undertaking(names: dict[str, str]) -> None:
    """Draw the button. `names` are the accounts to choose from, with what their people are called."""
    if st.button(
        _("Record an undertaking"), type="primary", icon=":material/signature:", key="record_undertaking"
    ):
        dialog(_("Record an undertaking"), icon=":material/signature:")(_draw)(names)


def _draw(names: dict[str, str]) -> None:
    today = bureau_now().as_of
    st.caption(_("Nobody records their own. The signed paper stays in the file of the data room."))
    with st.form("record_undertaking_form", border=False):
        user_name = st.selectbox(
            _("Whose"),
            list(names),
            index=None,
            format_func=lambda name: _("{name} ({words})").format(name=names[name], words=name),
        )
        document = st.text_input(
            _("Document of the undertaking"),
            max_chars=LONGEST_DOCUMENT,
            placeholder=_("Its number or its place"),
        )
        left, right = st.columns(2)
        signed = left.date_input(_("Signed on"), today, max_value=today, format="YYYY-MM-DD")
        until = right.date_input(_("Valid until"), _years_on(today), format="YYYY-MM-DD")
        is_sent = st.form_submit_button(_("Record"), type="primary", width="stretch")
    if not is_sent:
        return
    if user_name is None:
        st.error(_("Choose the account of who signed."), icon=":material/error:")
        return
    if attempted(
        lambda: record(
            engine(),
            user_now(engine()),
            user_name=user_name,
            document=document,
            signed_date=signed,
            valid_until=until,
        ),
        UndertakingError,
    ):
        st.rerun()


def _years_on(day: date) -> date:
    year = day.year + _USUAL_YEARS
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
