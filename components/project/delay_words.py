"""A delay in words: an early day is not a delay below nought."""

from components.figures import NO_DATA, show
from data.language import _


def delay_words(days: int | None) -> str:
    """3 days late, 2 days early, on the day; "—" where it is unknown. `days` are working days."""
    if days is None:
        return NO_DATA
    if days == 0:
        return _("on the day")
    words = _("{days} late") if days > 0 else _("{days} early")
    return words.format(days=show(abs(days), "days"))
