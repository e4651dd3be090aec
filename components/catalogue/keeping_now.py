"""Whether a card of the data room may be written on: by who keeps it, and only as it stands today."""

from datetime import date

import streamlit as st

from components.session import bureau_now, current_user
from data.access.roles import can
from data.language import _


def keeping_now(as_of: date) -> bool:
    """Whether the reader keeps the data room and looks at today; tells who looks at an earlier day."""
    if not can(current_user(), "keep-data-room"):
        return False
    if as_of == bureau_now().as_of:
        return True
    st.caption(_("This is how it stood on {day}. To change it, clear the date.").format(day=as_of))
    return False
