"""The button and dialog that take a file into the archive under its reference."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.documents.archive import KEEPING, LONGEST_TITLE, ArchiveError, NewArchiveFile, file_in_archive
from data.language import _


def new_archive_button() -> None:
    """Draw the button for those who keep the archive; nothing for others."""
    if can(current_user(), KEEPING) and st.button(
        _("Take a file in"), icon=":material/archive:", key="new_archive"
    ):
        dialog(_("Take a file in"), icon=":material/archive:")(_draw)()


def _draw() -> None:
    today = bureau_now().as_of
    with st.form("new_archive_form", border=False):
        code = st.text_input(_("Archive reference"), max_chars=64)
        title = st.text_input(_("File in the archive"), max_chars=LONGEST_TITLE)
        left, right = st.columns(2)
        project = left.text_input(_("Project number"), max_chars=64, placeholder=_("Optional"))
        day = right.date_input(_("Filed on"), today, max_value=today, format="YYYY-MM-DD")
        years = left.number_input(
            _("Years to be kept"), 1, 100, value=None, step=1, placeholder=_("for ever")
        )
        place = right.text_input(_("Place in the archive"), max_chars=100, placeholder=_("Optional"))
        is_sent = st.form_submit_button(_("Take a file in"), type="primary", width="stretch")
    wanted = NewArchiveFile(code, title, day, project, None if years is None else int(years), place)
    if is_sent and attempted(lambda: file_in_archive(engine(), user_now(engine()), wanted), ArchiveError):
        st.rerun()
