"""The button and dialog in which data-room staff name the rooms that can be booked."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import current_user, engine
from data.access.roles import can
from data.data_room import rooms as settings
from data.data_room.rooms import RoomError
from data.engine import reading
from data.language import _


def name_rooms() -> bool:
    """Draw the button for who may do it; returns whether any room is named."""
    user = current_user()
    with reading(engine()) as connection:
        named = settings.rooms(connection)
    is_free = user.section_code is None and user.region_code is None
    if (
        can(user, settings.ACTION)
        and is_free
        and st.button(_("Name the rooms"), icon=":material/edit:", key="name_rooms")
    ):
        dialog(_("Name the rooms"))(_draw)(named)
    return bool(named)


def _draw(named: tuple[str, ...]) -> None:
    with st.form("name_rooms_form", border=False):
        text = st.text_area(_("One room a line"), "\n".join(named), height=160)
        st.caption(_("Bookings of a room that is not named any more stay as they are."))
        is_sent = st.form_submit_button(_("Save"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: settings.name_rooms(engine(), user_now(engine()), text.splitlines()), RoomError
    ):
        st.rerun()
