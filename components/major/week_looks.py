"""How the state of a week looks: a word with its icon, and the colour that goes with it."""

import streamlit as st

from data.codes import label
from data.language import _

_LOOKS = {
    "green": ("green", "check_circle"),
    "amber": ("orange", "warning"),
    "red": ("red", "error"),
}


def week_looks(colour: str | None, *, is_said: bool = False) -> None:
    """Draw the badge of a code of WEEK_COLOUR; None: nothing was told. `is_said`: a person judged."""
    if colour is None:
        st.badge(_("Not told"), icon=":material/hourglass_empty:", color="gray")
        return
    look, icon = _LOOKS[colour]
    words = label("week_colour", colour)
    if is_said:
        words = _("{colour} (judged by a person)").format(colour=words)
    st.badge(words, icon=f":material/{icon}:", color=look)  # type: ignore[arg-type]
