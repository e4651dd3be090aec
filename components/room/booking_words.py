"""A booking in words: its state as a badge, its time, and who has it for what."""

from datetime import date, datetime, time

from components.inert import inert
from components.state_badge import state_badge
from data.language import _
from queries.data_room.bookings import Booking

_LOOKS = {
    "asked": ("orange", "hourglass_top"),
    "granted": ("blue", "event_available"),
    "in_use": ("green", "login"),
    "used": ("gray", "check_circle"),
    "unused": ("gray", "event_busy"),
    "refused": ("red", "block"),
    "withdrawn": ("gray", "undo"),
    "lapsed": ("gray", "hourglass_disabled"),
}


def booking_state(state: str) -> None:
    """Draw the badge of one of BOOKING_STATE."""
    state_badge("booking_state", state, _LOOKS)


def state_icon(state: str) -> str:
    """The state as an icon in its colour, for a place too narrow for the word."""
    colour, icon = _LOOKS[state]
    return f":{colour}[:material/{icon}:]"


def hours_on(booking: Booking, day: date) -> str:
    """The hours of the booking on one of its days."""
    begins = max(booking.begins, datetime.combine(day, time.min))
    ends = min(booking.ends, datetime.combine(day, time.max))
    is_whole = begins.time() == time.min and ends.time() == time.max
    return (
        _("All day")
        if is_whole
        else f"{begins:%H:%M}–{'24:00' if ends.time() == time.max else f'{ends:%H:%M}'}"
    )


def span(booking: Booking) -> str:
    """From when to when; the day once where it is one."""
    ends = booking.ends
    last = f"{ends:%H:%M}" if booking.begins.date() == ends.date() else f"{ends:%Y-%m-%d %H:%M}"
    return f"{booking.begins:%Y-%m-%d %H:%M}–{last}"


def whom(booking: Booking, *, is_short: bool = False) -> str:
    """Who has it, of which section, for which project unless short: as much as the reader may know, inert."""
    known = (booking.who, booking.section, None if is_short else booking.project)
    return " · ".join(inert(words) for words in known if words) or _("Taken")
