"""线上借阅: the loans that the office decides on, and those that are out."""

from functools import partial
from typing import Any

import streamlit as st

from components.attempted import attempted
from components.decision_buttons import decision_buttons
from components.decision_dialog import decision_dialog
from components.document.archive_scans import archive_scans
from components.document.loan_line import loan_line
from components.frame.sign_in import user_now
from components.session import current_user, engine
from data.access.roles import can
from data.documents.archive import KEEPING, ArchiveError, decide_loan, give_back, loans_waiting
from data.engine import reading
from data.language import _


def loan_queue() -> None:
    """Draw the queue where the reader keeps the archive; nothing for others."""
    user = current_user()
    if not can(user, KEEPING):
        return
    with reading(engine()) as connection:
        waiting = loans_waiting(connection, user)
    with st.container(border=True):
        st.subheader(_("Loans to decide on and files that are out"))
        if not waiting:
            st.markdown(":green[✓] " + _("Nothing waits for a decision."))
        for loan in waiting:
            _kept(loan)


def _kept(loan: Any) -> None:
    loan_line(loan, with_borrower=True)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if loan.user_name == current_user().user_name:
            st.caption(_("Your own: another person decides."))
        elif loan.is_granted is None:
            decision_buttons(
                f"loan_{loan.archive_loan_id}",
                yes=_("Lend"),
                no=_("Do not lend"),
                answered=partial(_decide, loan),
            )
        elif st.button(
            _("Given back"), icon=":material/assignment_return:", key=f"back_{loan.archive_loan_id}"
        ) and attempted(lambda: give_back(engine(), user_now(engine()), loan.archive_loan_id), ArchiveError):
            st.rerun()
        if st.button(_("Scans"), icon=":material/attach_file:", key=f"scans_{loan.archive_loan_id}"):
            archive_scans(loan.archive_file_id, may_add=True)


def _decide(loan: Any, is_granted: bool) -> None:
    decision_dialog(
        _("Lend") if is_granted else _("Do not lend"),
        is_granted=is_granted,
        told=partial(loan_line, loan, with_borrower=True),
        why_not=_("Why it is not granted"),
        decide=lambda note: decide_loan(
            engine(), user_now(engine()), loan.archive_loan_id, is_granted=is_granted, note=note
        ),
        refusal=ArchiveError,
    )
