"""What experience says of a model: false alarms to know of, cases it led to, and the form for another."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.inert import inert
from components.session import current_user, engine
from data.access.roles import can
from data.audit_models.notes import (
    ACTION,
    LONGEST_TITLE,
    LONGEST_WORDS,
    ModelNoteError,
    notes,
    write_note,
)
from data.codes import MODEL_NOTE, label
from data.engine import reading
from data.language import _
from data.local_time import in_china

_LOOKS = {"false_alarm": ("notification_important", "orange"), "case_story": ("workspace_premium", "blue")}


def model_notes(code: str) -> None:
    """Draw the notes, the newest first."""
    if can(current_user(), ACTION) and st.button(
        _("Write a note"), icon=":material/edit_note:", key="write_model_note"
    ):
        dialog(_("Note on the model {code}").format(code=code))(_draw)(code)
    with reading(engine()) as connection:
        found = notes(connection, code)
    if not found:
        st.info(
            _(
                "No experience is written down yet: false alarms that the next person should know of, and"
                " cases that the model led to."
            ),
            icon=":material/history_edu:",
        )
    for note in found:
        icon, colour = _LOOKS[note.kind]
        with st.container(border=True, gap="xsmall"):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.badge(label("model_note", note.kind), icon=f":material/{icon}:", color=colour)  # type: ignore[arg-type]
                st.markdown(f"**{inert(note.title)}**")
            st.text(note.words)
            st.caption(f"{inert(note.author)} · {in_china(note.written_at):%Y-%m-%d}")


def _draw(code: str) -> None:
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
        lambda: write_note(engine(), current_user(), code, str(kind), title, words), ModelNoteError
    ):
        st.rerun()
