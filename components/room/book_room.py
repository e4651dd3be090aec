"""The button and dialog that ask for a room."""

from datetime import datetime, time

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.data_room.bookings import LONGEST_PURPOSE, WantedRoom, ask_room
from data.data_room.rooms import RoomError, rooms
from data.engine import reading
from data.language import _
from data.local_time import from_china
from queries.data_room.choices import project_choices


def book_room() -> None:
    """Draw the button; the page is drawn anew when the room was asked for."""
    if st.button(_("Ask for a room"), type="primary", icon=":material/meeting_room:", key="book_room"):
        dialog(_("Ask for a room"), icon=":material/meeting_room:")(_draw)()


def _draw() -> None:
    today = bureau_now().as_of
    with reading(engine()) as connection:
        named = rooms(connection)
        projects = project_choices(connection, current_user(), today)
    if not named:
        st.info(_("No room is named yet. Data-room staff name them on this page."))
        return
    st.caption(_("Another person decides. A valid secrecy undertaking is needed."))
    with st.form("book_room_form", border=False):
        room = st.selectbox(_("Room"), named)
        left, right = st.columns(2)
        first = left.date_input(_("From day"), today, min_value=today, format="YYYY-MM-DD")
        begins = right.time_input(_("Begins at"), time(9))
        last = left.date_input(_("Until day (empty: the same)"), None, min_value=today, format="YYYY-MM-DD")
        ends = right.time_input(_("Ends at"), time(12))
        project = st.selectbox(
            _("Audit project"),
            [None, *projects],
            format_func=lambda number: projects[number] if number else _("None"),
        )
        purpose = st.text_area(_("What for"), max_chars=LONGEST_PURPOSE, height=80)
        is_sent = st.form_submit_button(_("Ask for it"), type="primary", width="stretch")
    if not is_sent:
        return
    wanted = WantedRoom(
        room,
        from_china(datetime.combine(first, begins)),
        from_china(datetime.combine(last or first, ends)),
        purpose,
        project,
    )
    if attempted(lambda: ask_room(engine(), user_now(engine()), wanted), RoomError):
        st.rerun()
