"""Days as small integers, so that dates can be drawn and shifted by the array; and their texts.

A day is its distance from `FIRST_DAY`. `on_working_day` moves documents off weekends and holidays by the
official calendar; days outside the calendar stay as they are, they are only ever planned or due.
"""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from data.reference_data import calendar

Days = NDArray[np.int64]

AS_OF_DATE = date(2026, 11, 20)
FIRST_DAY = date(2016, 1, 1)
_LAST_DAY = date(2035, 12, 31)
_COUNT = (_LAST_DAY - FIRST_DAY).days + 1

DATE_TEXT = [(FIRST_DAY + timedelta(days=offset)).isoformat() for offset in range(_COUNT)]
# The evening of the day in China, written as both engines keep a moment in UTC.
MOMENT_TEXT = [f"{text} 09:30:00.000000" for text in DATE_TEXT]


def day(value: date) -> int:
    """The integer of a date."""
    return (value - FIRST_DAY).days


def as_date(number: int) -> date:
    """The date of an integer."""
    return FIRST_DAY + timedelta(days=int(number))


AS_OF = day(AS_OF_DATE)


def _next_working() -> Days:
    days: Days = np.arange(_COUNT, dtype=np.int64)
    following = 0
    for entry in reversed(calendar()):
        following = day(entry.day) if entry.is_working_day else following or day(entry.day)
        days[day(entry.day)] = following
    return days


_NEXT_WORKING = _next_working()


def on_working_day(days: Days) -> Days:
    """Each day, or the next working day where it is none."""
    moved: Days = _NEXT_WORKING[days]
    return moved


def year_of(days: Days) -> Days:
    """Calendar year of each day."""
    years: Days = (days + np.datetime64(FIRST_DAY, "D")).astype("datetime64[Y]").astype(np.int64) + 1970
    return years
