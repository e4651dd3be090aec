"""A limit that still runs as a fact: the day, and how long it is to it or past it."""

from datetime import date

from components.fact_tile import fact_tile
from components.figures import show
from data.language import _

_SOON = 7  # days: from then on a limit needs attention, as the states "due soon" have it


def limit_tile(title: str, due: date, as_of: date) -> None:
    """Draw the tile on the day `as_of`."""
    left = (due - as_of).days
    if left < 0:
        fact_tile(title, due.isoformat(), _("overdue by {days}").format(days=show(-left, "days")), "red")
    else:
        colour = "orange" if left <= _SOON else "gray"
        fact_tile(title, due.isoformat(), _("{days} left").format(days=show(left, "days")), colour)
