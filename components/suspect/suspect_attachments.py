"""附件 of a suspect: what was attached, and taking and attaching; a file is handed out, never shown."""

import streamlit as st

from components.attempted import attempted
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import current_user, engine
from data.access.roles import can
from data.attachments import SUFFIXES, AttachmentError, AttachmentFacts
from data.language import _
from data.local_time import in_china
from data.settings import number
from data.size_words import size_words
from data.suspects.attaching import attach_to_suspect, take_from_suspect
from data.suspects.moving import ACTION
from queries.cards.suspect_card import SuspectCard

_LONGEST_NOTE = 200


def suspect_attachments(card: SuspectCard) -> None:
    """Draw the files; who may work on suspects can attach another."""
    if not card.attachments:
        st.caption(_("Nothing is attached."))
    for facts in card.attachments:
        _line(facts)
    if can(current_user(), ACTION):
        _form(card.standing.suspect_id)


def _line(facts: AttachmentFacts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        day = in_china(facts.added_at).strftime("%Y-%m-%d")
        told = " · ".join(part for part in (facts.note or "", facts.added_by, day) if part)
        st.markdown(
            f"{inert(facts.file_name)}  \n:small[:gray[{inert(told)} · {size_words(facts.size_bytes)}]]",
            width="stretch",
        )
        database, user = engine(), current_user()
        st.download_button(
            _("Download"),
            lambda: take_from_suspect(database, user, facts.attachment_id),
            file_name=facts.file_name,
            mime="application/octet-stream",
            icon=":material/download:",
            on_click="ignore",
            key=f"take_attachment_{facts.attachment_id}",
        )


def _form(suspect_id: int) -> None:
    with st.form(f"attach_{suspect_id}", clear_on_submit=True, border=False):
        file = st.file_uploader(
            _("Attach a file"),
            type=sorted(suffix.removeprefix(".") for suffix in SUFFIXES),
            max_upload_size=number("AUDIT_ATTACHMENT_MB"),
            key=f"attachment_{suspect_id}",
        )
        note = st.text_input(_("Remark"), max_chars=_LONGEST_NOTE, placeholder=_("Optional"))
        is_sent = st.form_submit_button(_("Attach"), icon=":material/attach_file:")
    if not is_sent:
        return
    if file is None:
        st.error(_("Choose a file."), icon=":material/error:")
        return
    user = user_now(engine())
    content = file.getvalue()
    if attempted(
        lambda: attach_to_suspect(engine(), user, suspect_id, file.name, content, note=note), AttachmentError
    ):
        st.rerun()
