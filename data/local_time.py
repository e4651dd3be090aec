"""Moments as people read them: the database keeps UTC, bureaus live in China's time."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

_CHINA = ZoneInfo("Asia/Shanghai")


def in_china(moment: datetime) -> datetime:
    """A moment in China's time, without zone; one without zone is taken for UTC, as the database keeps it."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(_CHINA).replace(tzinfo=None)


def today_in_china() -> date:
    """The day it is in China now.

    For what happens to the system itself: what came in, who used it, how long a share holds, when files go.
    What facts are judged by is the day of the bureau (data/bureau.py), which the demonstration holds fixed.
    """
    return datetime.now(_CHINA).date()


def from_china(moment: datetime) -> datetime:
    """A moment of China's time as the database keeps moments: UTC without zone."""
    return moment.replace(tzinfo=_CHINA).astimezone(UTC).replace(tzinfo=None)


def start_of_day(day: date) -> datetime:
    """The moment at which a day begins in China, as the database keeps moments: UTC without zone."""
    return datetime.combine(day, time.min, _CHINA).astimezone(UTC).replace(tzinfo=None)
