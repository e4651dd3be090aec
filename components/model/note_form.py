"""The dialog in which a note on a model is written: a false alarm to know of, or a case it led to."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import engine
from data.audit_models.notes import LONGEST_TITLE, LONGEST_WORDS, ModelNoteError, write_note
from data.codes import MODEL_NOTE, label
from data.language import _


def note_form(code: str, suspect_id: int | None = None) -> None:
    """Open it; `suspect_id` is the suspect from which something was learned."""
    dialog(_("Note on the model {code}").format(code=code))(_draw)(code, suspect_id)


def _draw(code: str, suspect_id: int | None) -> None:
    with st.form("model_note", border=False):
        kind = st.radio(
            _("Kind of experience"),
            list(MODEL_NOTE),
            format_func=lambda kind: label("model_note", kind),
            horizontal=True,
        )
        title = st.text_input(_("Title"), max_chars=LONGEST_TITLE)
        words = st.text_area(
            _("What happened"),
            max_chars=LONGEST_WORDS,
            height=160,
            help=_("No names or numbers of persons: everybody who may open the model reads it."),
        )
        is_sent = st.form_submit_button(_("Keep the note"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: write_note(
            engine(), user_now(engine()), code, str(kind), title, words, suspect_id=suspect_id
        ),
        ModelNoteError,
    ):
        st.rerun()
