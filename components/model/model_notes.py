"""What experience says of a model: false alarms to know of, cases it led to, and the way to write another."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.model.note_form import note_form
from components.navigation import SUSPECT_PAGE
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.audit_models.notes import ACTION, notes
from data.codes import label
from data.engine import reading
from data.language import _
from data.local_time import in_china

_LOOKS = {"false_alarm": ("notification_important", "orange"), "case_story": ("workspace_premium", "blue")}


def model_notes(code: str) -> None:
    """Draw the notes, the newest first."""
    if can(current_user(), ACTION) and st.button(
        _("Write a note"), icon=":material/edit_note:", key="write_model_note"
    ):
        note_form(code)
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
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.caption(f"{inert(note.author)} · {in_china(note.written_at):%Y-%m-%d}", width="content")
                if note.suspect_id is not None:
                    st.page_link(
                        SUSPECT_PAGE,
                        label=_("Learned from suspect {number}").format(number=note.suspect_id),
                        icon=":material/flag:",
                        query_params=address(None, bureau_now().as_of, id=str(note.suspect_id)),
                    )
