"""Whether the reader's secrecy undertaking holds: said before anything is chosen."""

import streamlit as st

from components.session import current_user, engine
from data.data_room.undertakings import standing_of
from data.engine import reading
from data.language import _
from data.local_time import today_in_china


def undertaking_state() -> bool:
    """Draw what is to be said; whether data may be brought in."""
    with reading(engine()) as connection:
        state, words = standing_of(connection, current_user().user_name, today_in_china())
    if state == "missing":
        st.error(
            words + " " + _("Until then no file is taken; files that wait already stay."),
            title=_("A valid secrecy undertaking is needed"),
            icon=":material/signature:",
        )
    elif state == "expiring":
        st.warning(words, icon=":material/signature:")
    return state != "missing"
