"""The button and dialog that register a document."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.one_of import one_of
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.codes import DOCUMENT_DIRECTION, DOCUMENT_TYPE, URGENCY, label
from data.documents.register import (
    KEEPING,
    LONGEST_TITLE,
    DocumentError,
    NewDocument,
    register_document,
)
from data.language import _
from queries.administration.binding_choices import binding_choices


def new_document_button() -> None:
    """Draw the button for those who keep documents; nothing for others."""
    if can(current_user(), KEEPING) and st.button(
        _("Register a document"), icon=":material/post_add:", key="new_document"
    ):
        dialog(_("Register a document"), width="large", icon=":material/post_add:")(_draw)()


def _draw() -> None:
    sections, bound = binding_choices(engine()).sections, current_user().section_code
    today = bureau_now().as_of
    with st.form("new_document_form", border=False):
        direction = one_of(
            _("In or out"),
            {code: _(words) for code, words in DOCUMENT_DIRECTION.items()},
            key="document_direction",
            first="in",
        )
        title = st.text_input(_("Subject of the document"), max_chars=LONGEST_TITLE)
        left, right = st.columns(2)
        counterparty = left.text_input(_("From whom or to whom"), max_chars=LONGEST_TITLE)
        number = right.text_input(_("Document number"), max_chars=100, placeholder=_("Optional"))
        kind = left.selectbox(
            _("Type of document"), list(DOCUMENT_TYPE), format_func=lambda code: label("document_type", code)
        )
        urgency = right.selectbox(
            _("Urgency"), list(URGENCY), format_func=lambda code: label("urgency", code)
        )
        day = left.date_input(_("Registered on"), today, max_value=today, format="YYYY-MM-DD")
        due = right.date_input(_("Deadline of handling"), None, min_value=day, format="YYYY-MM-DD")
        section = left.selectbox(
            _("Section that handles it"),
            [None, *sections] if bound is None else [bound],
            format_func=lambda code: sections[code] if code else _("To be assigned later"),
        )
        person = right.text_input(_("Person in charge"), max_chars=100, placeholder=_("Optional"))
        is_sent = st.form_submit_button(_("Register the document"), type="primary", width="stretch")
    if is_sent:
        document = NewDocument(
            str(direction), kind, title, counterparty, day, number, urgency, due, section, person
        )
        if attempted(lambda: register_document(engine(), user_now(engine()), document), DocumentError):
            st.rerun()
