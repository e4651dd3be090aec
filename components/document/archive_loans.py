"""线上借阅: what the office decides on and has out, and the reader's own loans with the files to read."""

from datetime import timedelta
from typing import Any

import streamlit as st

from components.attachments import attachments
from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import bureau_now, current_user, engine
from components.state_badge import state_badge
from data.access.roles import can
from data.attachments import attachments_of
from data.documents.archive import (
    KEEPING,
    LONGEST_DAYS,
    LONGEST_PURPOSE,
    SUBJECT,
    ArchiveError,
    ask_loan,
    attach_to_archive,
    decide_loan,
    give_back,
    lent_to,
    loans_waiting,
    own_loans,
    take_from_archive,
    withdraw_loan,
)
from data.engine import reading
from data.language import _
from data.local_time import in_china

_LOOKS = {
    "asked": ("orange", "hourglass_top"),
    "lent": ("blue", "menu_book"),
    "loan_overdue": ("red", "error"),
    "given_back": ("green", "check_circle"),
    "refused": ("gray", "block"),
    "withdrawn": ("gray", "undo"),
}
_USUAL_DAYS = 14


def archive_loans() -> None:
    """Draw the office's queue where the reader keeps the archive, and the own loans of everybody."""
    user = current_user()
    with reading(engine()) as connection:
        waiting = loans_waiting(connection, user) if can(user, KEEPING) else []
        own, readable = own_loans(connection, user), lent_to(connection, user.user_name)
    if can(user, KEEPING):
        with st.container(border=True):
            st.subheader(_("Loans to decide on and files that are out"))
            if not waiting:
                st.markdown(":green[✓] " + _("Nothing waits for a decision."))
            for loan in waiting:
                _kept(loan)
    with st.container(border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.subheader(_("My loans"), width="content")
            if st.button(_("Ask for a file"), icon=":material/menu_book:", key="ask_loan"):
                dialog(_("Ask for a file"), icon=":material/menu_book:")(_ask)()
        if not own:
            st.caption(_("No loans so far. Ask for a file by its archive reference."))
        for loan in own:
            _own(loan, is_readable=loan.archive_file_id in readable and loan.returned_at is None)


def _state(loan: Any) -> str:
    """As queries/relations/as_of/archive_loan_as_of.sql has it, on the present day."""
    if loan.withdrawn_at is not None:
        return "withdrawn"
    if loan.is_granted is None:
        return "asked"
    if not loan.is_granted:
        return "refused"
    if loan.returned_at is not None:
        return "given_back"
    return "loan_overdue" if loan.due_date < bureau_now().as_of else "lent"


def _told(loan: Any, *, with_borrower: bool) -> None:
    asked = in_china(loan.asked_at).date().isoformat()
    who = f"{loan.display_name or loan.user_name} · " if with_borrower else ""
    due = _("back by {day}").format(day=loan.due_date.isoformat())
    with st.container(horizontal=True, vertical_alignment="center", gap="small", width="stretch"):
        state_badge("loan_state", _state(loan), _LOOKS)
        st.markdown(
            f"**{inert(loan.archive_code)}** {inert(loan.title)}  \n"
            f":small[:gray[{inert(who)}{inert(loan.purpose)} · {asked} · {due}]]",
            width="stretch",
        )


def _kept(loan: Any) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _told(loan, with_borrower=True)
        if loan.user_name == current_user().user_name:
            st.caption(_("Your own: another person decides."))
        elif loan.is_granted is None:
            for is_granted, title, icon in ((True, _("Lend"), "check"), (False, _("Do not lend"), "block")):
                key = f"{'lend' if is_granted else 'keep'}_{loan.archive_loan_id}"
                if st.button(title, icon=f":material/{icon}:", key=key):
                    dialog(title)(_decide)(loan, is_granted)
        elif st.button(
            _("Given back"), icon=":material/assignment_return:", key=f"back_{loan.archive_loan_id}"
        ) and attempted(lambda: give_back(engine(), user_now(engine()), loan.archive_loan_id), ArchiveError):
            st.rerun()
        if st.button(_("Scans"), icon=":material/attach_file:", key=f"scans_{loan.archive_loan_id}"):
            dialog(_("Scans of the file"))(_scans)(loan.archive_file_id, True)


def _own(loan: Any, *, is_readable: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _told(loan, with_borrower=False)
        key = f"own_{loan.archive_loan_id}"
        if _state(loan) == "asked" and st.button(_("Withdraw"), icon=":material/undo:", key=key):
            if attempted(
                lambda: withdraw_loan(engine(), user_now(engine()), loan.archive_loan_id), ArchiveError
            ):
                st.rerun()
        elif is_readable and st.button(_("Read"), icon=":material/menu_book:", key=key):
            dialog(_("Scans of the file"))(_scans)(loan.archive_file_id, False)
    if loan.note:
        st.caption(inert(loan.note))


def _decide(loan: Any, is_granted: bool) -> None:
    _told(loan, with_borrower=True)
    with st.form("decide_loan", border=False):
        words = _("Note (optional)") if is_granted else _("Why it is not granted")
        note = st.text_area(words, max_chars=400, height=80)
        title = _("Lend") if is_granted else _("Do not lend")
        is_sent = st.form_submit_button(title, type="primary", width="stretch")
    if is_sent and attempted(
        lambda: decide_loan(
            engine(), user_now(engine()), loan.archive_loan_id, is_granted=is_granted, note=note
        ),
        ArchiveError,
    ):
        st.rerun()


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


def _scans(archive_file_id: int, may_add: bool) -> None:
    user, database = user_now(engine()), engine()
    with reading(database) as connection:
        files = attachments_of(connection, SUBJECT, archive_file_id)
    attach = None
    if may_add:

        def attach(name: str, content: bytes, note: str) -> int:
            return attach_to_archive(database, user, archive_file_id, name, content, note=note)

    attachments(
        files,
        lambda attachment_id: take_from_archive(database, user, attachment_id),
        attach,
        key=f"archive_{archive_file_id}",
    )
