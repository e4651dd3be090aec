"""One's own bookings, what became of each, and the button that withdraws one."""

import streamlit as st

from components.attempted import attempted
from components.frame.sign_in import user_now
from components.inert import inert
from components.room.booking_words import booking_state, span
from components.session import current_user, engine
from data.data_room.bookings import withdraw_room
from data.data_room.rooms import RoomError
from data.engine import reading
from data.language import _
from queries.data_room.bookings import Booking
from queries.data_room.bookings import own_bookings as found_bookings


def own_bookings() -> None:
    """Draw the newest of them."""
    with reading(engine()) as connection:
        found = found_bookings(connection, current_user())
    with st.container(border=True):
        st.subheader(_("My bookings"))
        if not found:
            st.text(_("You have asked for no room yet."))
        for booking in found:
            _line(booking)


def _line(booking: Booking) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        booking_state(booking.state)
        st.markdown(f"**{span(booking)}** {inert(booking.room)}", width="content")
        if booking.state in {"asked", "granted"}:
            st.button(
                _("Withdraw"),
                icon=":material/undo:",
                type="tertiary",
                key=f"withdraw_{booking.booking_id}",
                on_click=_withdraw,
                args=(booking.booking_id,),
            )
    notes = [booking.purpose, booking.project, booking.note]
    st.caption(" · ".join(inert(words) for words in notes if words))


def _withdraw(booking_id: int) -> None:
    attempted(lambda: withdraw_room(engine(), user_now(engine()), booking_id), RoomError)
