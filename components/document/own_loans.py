"""The reader's own loans of the archive: asked for, withdrawn, read while they last."""

from datetime import timedelta
from typing import Any

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.document.archive_scans import archive_scans
from components.document.loan_line import loan_line, loan_state
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import bureau_now, current_user, engine
from data.documents.archive import (
    LONGEST_DAYS,
    LONGEST_PURPOSE,
    ArchiveError,
    ask_loan,
    lent_to,
    withdraw_loan,
)
from data.documents.archive import own_loans as loans_of
from data.engine import reading
from data.language import _

_USUAL_DAYS = 14


def own_loans() -> None:
    """Draw them, and the way to ask for a file."""
    user = current_user()
    with reading(engine()) as connection:
        own, readable = loans_of(connection, user), lent_to(connection, user.user_name)
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.subheader(_("My loans"), width="content")
            if st.button(_("Ask for a file"), icon=":material/menu_book:", key="ask_loan"):
                dialog(_("Ask for a file"), icon=":material/menu_book:")(_ask)()
        if not own:
            st.caption(_("No loans so far. Ask for a file by its archive reference."))
        for loan in own:
            _own(loan, is_readable=loan.archive_file_id in readable and loan.returned_at is None)


def _own(loan: Any, *, is_readable: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        loan_line(loan)
        key = f"own_{loan.archive_loan_id}"
        if loan_state(loan) == "asked" and st.button(_("Withdraw"), icon=":material/undo:", key=key):
            if attempted(
                lambda: withdraw_loan(engine(), user_now(engine()), loan.archive_loan_id), ArchiveError
            ):
                st.rerun()
        elif is_readable and st.button(_("Read"), icon=":material/menu_book:", key=key):
            archive_scans(loan.archive_file_id)
    if loan.note:
        st.caption(inert(loan.note))


def _ask() -> None:
    today = bureau_now().as_of
    with st.form("ask_loan_form", border=False):
        code = st.text_input(_("Archive reference"), max_chars=64)
        purpose = st.text_input(_("Purpose"), max_chars=LONGEST_PURPOSE)
        due = st.date_input(
            _("Back by"),
            today + timedelta(days=_USUAL_DAYS),
            min_value=today + timedelta(days=1),
            max_value=today + timedelta(days=LONGEST_DAYS),
            format="YYYY-MM-DD",
        )
        is_sent = st.form_submit_button(_("Ask for a file"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: ask_loan(engine(), user_now(engine()), code, purpose, due), ArchiveError
    ):
        st.rerun()
