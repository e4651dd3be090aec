"""What waits for who decides and who keeps the rooms: bookings to decide on, and visits to record."""

from datetime import date, datetime, time
from functools import partial

import streamlit as st

from components.attempted import attempted
from components.decision_buttons import decision_buttons
from components.decision_dialog import decision_dialog
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.room.booking_words import booking_state, span, whom
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.data_room.bookings import KEEPING, decide_room, may_decide, record_visit
from data.data_room.rooms import RoomError
from data.engine import now, reading
from data.language import _
from data.local_time import from_china, in_china
from queries.data_room.bookings import Booking, bookings_in_use, undecided_bookings


def booking_queue() -> None:
    """Draw what the user has to do; nothing for others."""
    user = current_user()
    if not may_decide(user):
        return
    with reading(engine()) as connection:
        undecided = undecided_bookings(connection, user)
        in_use = bookings_in_use(connection, user)
    keeps = can(user, KEEPING)
    places = st.columns(2 if keeps else 1)
    with places[0], st.container(border=True, height="stretch"):
        st.subheader(_("To decide on"))
        if not undecided:
            st.markdown(":green[✓] " + _("Nothing waits for a decision."))
        for booking in undecided:
            _undecided(booking)
    if keeps:
        with places[1], st.container(border=True, height="stretch"):
            st.subheader(_("Coming and going"))
            if not in_use:
                st.text(_("No granted booking of today or of the last days is open."))
            for booking in in_use:
                _in_use(booking)


def _undecided(booking: Booking) -> None:
    _told(booking)
    if booking.is_own:
        st.caption(_("Your own: another person decides."))
        return
    with st.container(horizontal=True, gap="small"):
        decision_buttons(
            str(booking.booking_id),
            yes=_("Grant"),
            no=_("Do not grant"),
            answered=partial(_decide, booking),
        )


def _decide(booking: Booking, is_granted: bool) -> None:
    decision_dialog(
        _("Grant") if is_granted else _("Do not grant"),
        is_granted=is_granted,
        told=partial(_told, booking),
        why_not=_("Why it is not granted"),
        decide=lambda note: decide_room(
            engine(), user_now(engine()), booking.booking_id, is_granted=is_granted, note=note
        ),
        refusal=RoomError,
    )


def _in_use(booking: Booking) -> None:
    _told(booking)
    title = _("Record entering") if booking.entered is None else _("Record leaving")
    if booking.left is not None:
        title = _("Correct the times")
    if st.button(title, icon=":material/schedule:", key=f"visit_{booking.booking_id}"):
        dialog(title)(_visit)(booking)


def _visit(booking: Booking) -> None:
    _told(booking)
    present = in_china(now()).time().replace(second=0, microsecond=0)
    today = bureau_now().as_of
    with st.form("record_visit", border=False):
        entered = _moment(_("Entered"), booking.entered, today, present, booking.begins)
        left = None
        if booking.entered is not None:
            left = _moment(_("Left"), booking.left, today, present, booking.begins)
        is_sent = st.form_submit_button(_("Record"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: record_visit(
            engine(),
            user_now(engine()),
            booking.booking_id,
            from_china(entered),
            from_china(left) if left else None,
        ),
        RoomError,
    ):
        st.rerun()


def _moment(title: str, known: datetime | None, today: date, present: time, begins: datetime) -> datetime:
    """Day and time as the form has them: those on record, else now, or the hour booked on an earlier day."""
    usual = known or (datetime.combine(today, present) if begins.date() <= today <= begins.date() else begins)
    day_place, time_place = st.columns(2)
    day = day_place.date_input(title, usual.date(), max_value=today, format="YYYY-MM-DD")
    hour = time_place.time_input(_("Time"), usual.time(), step=300, key=f"time_{title}")
    return datetime.combine(day, hour)


def _told(booking: Booking) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        booking_state(booking.state)
        st.markdown(f"**{span(booking)}** {inert(booking.room)}", width="content")
    st.caption(" · ".join(words for words in (whom(booking), inert(booking.purpose or "")) if words))
