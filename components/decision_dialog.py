"""The dialog in which a person grants or refuses one thing: what it is, and a note or the reason."""

from collections.abc import Callable

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from data.language import _

_LONGEST_NOTE = 400  # letters


def decision_dialog(
    title: str,
    *,
    is_granted: bool,
    told: Callable[[], None],
    why_not: str,
    decide: Callable[[str], object],
    refusal: type[Exception],
) -> None:
    """Open the dialog; the page behind it is drawn anew when it is decided.

    `told` draws what is decided on, `why_not` asks for the reason of a refusal; a note to a grant may be left
    out. `decide` takes what was written, and raises `refusal` with words for the reader.
    """

    def draw() -> None:
        told()
        with st.form("decision", border=False):
            words = _("Note (optional)") if is_granted else why_not
            note = st.text_area(words, max_chars=_LONGEST_NOTE, height=80)
            is_sent = st.form_submit_button(title, type="primary", width="stretch")
        if is_sent and attempted(lambda: decide(note or ""), refusal):
            st.rerun()

    dialog(title)(draw)()
