"""What may be done with a document: assign it, note its handling, extend, finish, take up, link."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.codes import label
from data.documents.register import (
    KEEPING,
    LONGEST_NOTE,
    DocumentError,
    NewDocumentStep,
    link_document,
    may_handle,
    record_document_step,
)
from data.language import _
from queries.administration.binding_choices import binding_choices
from queries.cards.document_card import DocumentCard

_ICONS = {
    "assigned": "assignment_ind",
    "handled": "edit_note",
    "extended": "more_time",
    "finished": "task_alt",
    "reopened": "replay",
}


def document_buttons(card: DocumentCard) -> None:
    """Draw the buttons that the reader may use; nothing on an earlier day than the present one."""
    user = current_user()
    if card.as_of != bureau_now().as_of or not may_handle(user, card.section_code):
        return
    is_finished = card.document_state == "finished"
    own = (
        ("handled", "finished") if not can(user, KEEPING) else ("assigned", "handled", "extended", "finished")
    )
    kinds = ("reopened",) * can(user, KEEPING) if is_finished else own
    with st.container(horizontal=True, gap="small"):
        for kind in kinds:
            words = label("document_step", kind)
            if st.button(words, icon=f":material/{_ICONS[kind]}:", key=f"document_{kind}"):
                dialog(words)(_draw)(card, kind)
        if st.button(_("Say what it is about"), icon=":material/link:", key="document_link"):
            dialog(_("Say what it is about"))(_link)(card)


def _draw(card: DocumentCard, kind: str) -> None:
    today = bureau_now().as_of
    st.text(f"{card.register_code} {card.document}")
    section, new_due = None, None
    with st.form(f"document_{kind}", border=False):
        day = st.date_input(
            _("Date of the fact"),
            today,
            min_value=card.registered_date,
            max_value=today,
            format="YYYY-MM-DD",
        )
        if kind == "assigned":
            sections = binding_choices(engine()).sections
            section = st.selectbox(_("Section"), list(sections), format_func=sections.__getitem__)
        if kind == "extended":
            new_due = st.date_input(_("New limit"), None, format="YYYY-MM-DD")
        note = st.text_area(_("Account of it"), max_chars=LONGEST_NOTE, height=100)
        is_sent = st.form_submit_button(_("Record"), type="primary", width="stretch")
    step = NewDocumentStep(kind, day, note, new_due, section)
    if is_sent and attempted(
        lambda: record_document_step(engine(), user_now(engine()), card.document_id, step), DocumentError
    ):
        st.rerun()


def _link(card: DocumentCard) -> None:
    with st.form("document_link_form", border=False):
        code = st.text_input(_("Number of the project or of the finding"), max_chars=64)
        is_sent = st.form_submit_button(_("Record"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: link_document(engine(), user_now(engine()), card.document_id, code=code), DocumentError
    ):
        st.rerun()
