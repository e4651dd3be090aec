"""Take cards along as a DOCX to print: one click, one file, one event."""

import streamlit as st

from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.language import _, language, use_language
from queries.knowledge.sheet_document import ACTION, take_cards

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def print_button(codes: tuple[str, ...], title: str) -> None:
    """Draw it; `title` is the name of the file."""
    user = current_user()
    is_allowed = can(user, ACTION)
    # The file is made on the click, in a thread that knows nothing of this run.
    database, spoken = engine(), language()

    def content() -> bytes:
        use_language(spoken)
        return take_cards(database, user, codes)

    st.download_button(
        _("Print (DOCX)"),
        content,
        file_name=f"{title}_{bureau_now().as_of:%Y-%m-%d}.docx",
        mime=_DOCX,
        icon=":material/print:",
        on_click="ignore",
        disabled=not (is_allowed and codes),
        help=None if is_allowed else _("You have no right to export rows."),
        key=f"print_cards_{title}",
    )
