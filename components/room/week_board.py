"""The board of a week: each day a column, on a telephone one below the other; who has which room when."""

from datetime import date, datetime, timedelta

import streamlit as st

from components.inert import inert
from components.room.booking_words import hours_on, state_icon, whom
from components.session import bureau_now, current_user, engine
from data.data_room.rooms import rooms
from data.engine import reading
from data.language import _, mark
from queries.data_room.bookings import Booking, bookings_of_week

_PARAMETER = "week"
_DAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
_WORKING_DAYS = 5  # shown also where nothing is booked
_MOST_WEEKS = 520  # ten years before and after: an address typed by hand goes no further


def week_board() -> None:
    """Draw the week that the address names, or the present one, with the way to others."""
    today = bureau_now().as_of
    monday = _asked(today)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        last = monday + timedelta(days=6)
        st.markdown(f"**{monday:%Y-%m-%d} – {last:%m-%d}**", width="content")
        _step(_("Week before"), "chevron_left", monday - timedelta(days=7))
        _step(_("This week"), "today", today - timedelta(days=today.weekday()))
        _step(_("Next week"), "chevron_right", monday + timedelta(days=7))
    with reading(engine()) as connection:
        found = bookings_of_week(connection, current_user(), monday)
        named = rooms(connection)
    days = [monday + timedelta(days=number) for number in range(7)]
    shown = [
        day
        for number, day in enumerate(days)
        if number < _WORKING_DAYS or any(entry.touches(day) for entry in found)
    ]
    for place, day in zip(st.columns(len(shown), gap="small"), shown, strict=True):
        with place, st.container(border=True, height="stretch", gap="small"):
            _day(day, today, [entry for entry in found if entry.touches(day)], named)


def _asked(today: date) -> date:
    """The Monday of the week in the address; nonsense is this week."""
    try:
        day = date.fromisoformat(st.query_params.get(_PARAMETER, ""))
    except ValueError:
        day = today
    if abs(day - today) > timedelta(weeks=_MOST_WEEKS):
        day = today
    return day - timedelta(days=day.weekday())


def _step(title: str, icon: str, monday: date) -> None:
    st.button(
        title,
        icon=f":material/{icon}:",
        type="tertiary",
        key=f"week_{icon}",
        on_click=_go,
        args=(monday,),
    )


def _go(monday: date) -> None:
    st.query_params[_PARAMETER] = monday.isoformat()


def _day(day: date, today: date, found: list[Booking], named: tuple[str, ...]) -> None:
    title = _(_DAYS[day.weekday()])
    colour = "blue" if day == today else "gray"
    st.markdown(f":{colour}[**{title}** {day:%m-%d}]")
    for booking in sorted(
        found, key=lambda entry: max(entry.begins, datetime.combine(day, datetime.min.time()))
    ):
        purpose = f"  \n:small[{inert(booking.purpose)}]" if booking.purpose else ""
        st.markdown(
            f"{state_icon(booking.state)} **{hours_on(booking, day)}**  \n{inert(booking.room)}  \n"
            f":small[:gray[{whom(booking, is_short=True)}]]{purpose}"
        )
    taken = {booking.room for booking in found}
    if free := [room for room in named if room not in taken]:
        words = _("Free all day: {rooms}") if day >= today else _("Not used: {rooms}")
        st.markdown(f":small[:gray[{words.format(rooms=inert('、'.join(free)))}]]")
