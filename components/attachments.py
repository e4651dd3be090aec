"""附件: what was attached to something, taking it and attaching more; a file is handed out, never shown."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.attempted import attempted
from components.inert import inert
from data.attachments import SUFFIXES, AttachmentError, AttachmentFacts
from data.codes import label
from data.language import _
from data.local_time import in_china
from data.search.attached import SEARCHED
from data.settings import number
from data.size_words import size_words

_LONGEST_NOTE = 200


def attachments(
    files: Sequence[AttachmentFacts],
    take: Callable[[int], bytes],
    attach: Callable[[str, bytes, str], object] | None,
    *,
    key: str,
) -> None:
    """Draw the files. `take` gives one's content by its number, in a thread that knows nothing of this run.

    `attach` keeps a file: (name, content, note); None for who may not. `key` tells places of one page apart.
    """
    if not files:
        st.caption(_("Nothing is attached."))
    for facts in files:
        _line(facts, take)
    if attach is not None:
        attach_form(attach, key=key)


def _line(facts: AttachmentFacts, take: Callable[[int], bytes]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        day = in_china(facts.added_at).strftime("%Y-%m-%d")
        searched = _searched(facts)
        told = " · ".join(part for part in (facts.note or "", facts.person, day, searched) if part)
        st.markdown(
            f"{inert(facts.file_name)}  \n:small[:gray[{inert(told)} · {size_words(facts.size_bytes)}]]",
            width="stretch",
        )
        st.download_button(
            _("Download"),
            lambda: take(facts.attachment_id),
            file_name=facts.file_name,
            mime="application/octet-stream",
            icon=":material/download:",
            on_click="ignore",
            key=f"take_attachment_{facts.attachment_id}",
        )


def _searched(facts: AttachmentFacts) -> str:
    """What the search has of it; nothing where what it belongs to is not searched."""
    return label("file_text", facts.text_state) if facts.text_state and facts.subject in SEARCHED else ""


def attach_form(attach: Callable[[str, bytes, str], object], *, key: str) -> None:
    """Draw the form for one more file; the page is drawn anew when it is kept."""
    with st.form(f"attach_{key}", clear_on_submit=True, border=False):
        file = st.file_uploader(
            _("Attach a file"),
            type=sorted(suffix.removeprefix(".") for suffix in SUFFIXES),
            max_upload_size=number("AUDIT_ATTACHMENT_MB"),
            key=f"attachment_{key}",
        )
        note = st.text_input(_("Remark"), max_chars=_LONGEST_NOTE, placeholder=_("Optional"))
        is_sent = st.form_submit_button(_("Attach"), icon=":material/attach_file:")
    if not is_sent:
        return
    if file is None:
        st.error(_("Choose a file."), icon=":material/error:")
        return
    content = file.getvalue()
    if attempted(lambda: attach(file.name, content, note), AttachmentError):
        st.rerun()
