"""数据分析室: who has which room when, what waits for a decision, one's own bookings, how much is used."""

import streamlit as st

from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.rate_table import rate_table
from components.kpi.tile_row import tile_row
from components.page_guard import page_guard
from components.room.book_room import book_room
from components.room.booking_queue import booking_queue
from components.room.name_rooms import name_rooms
from components.room.own_bookings import own_bookings
from components.room.week_board import week_board
from components.session import bureau_now, current_user, figure
from data.access.roles import can
from data.language import _
from queries.filters import Filters

user = current_user()
uses = can(user, "use-data")
if not can(user, "approve-output"):  # who decides on bookings may look without using data
    page_guard(user, "use-data")
st.title(_("Data rooms"))
with st.container(horizontal=True, gap="small"):
    if uses:
        book_room()
    is_named = name_rooms()
if not is_named:
    st.info(
        _("No room is named yet. Data-room staff name them on this page."), icon=":material/meeting_room:"
    )

week_board()

booking_queue()
if uses:
    own_bookings()

filters = Filters(as_of=bureau_now().as_of)
if figure("room_bookings", filters).value is None:
    st.stop()

st.subheader(_("How much the rooms are used"))
tile_row(("room_bookings", "room_hours", "room_use_rate"), filters)
by_section, by_month = st.columns(2)
with by_section:
    breakdown_chart(
        "room_hours", "section", filters, title=_("Which section used the rooms how long?"), sort=True
    )
with by_month:
    rate_table(
        filters,
        "booked_month",
        title=_("How much were they used each month?"),
        names=("room_bookings", "room_hours", "room_use_rate"),
    )
