"""How the reader's own secrecy undertaking stands: said before anybody begins what needs it."""

import streamlit as st

from components.session import bureau_now, current_user, engine
from data.data_room.undertakings import standing_of
from data.engine import reading
from data.language import _


def own_undertaking(consequence: str) -> bool:
    """Draw what is to be said; whether it is valid. `consequence` says what cannot be done without it."""
    with reading(engine()) as connection:
        state, words = standing_of(connection, current_user().user_name, bureau_now().as_of)
    if state == "missing":
        st.error(
            f"{words} {consequence}",
            title=_("A valid secrecy undertaking is needed"),
            icon=":material/signature:",
        )
    elif state == "expiring":
        st.warning(
            words + " " + _("Sign a new one in time; data-room staff record it."), icon=":material/signature:"
        )
    return state != "missing"
