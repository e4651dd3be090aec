"""Moments as people read them: the database keeps UTC, bureaus live in China's time."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_CHINA = ZoneInfo("Asia/Shanghai")


def in_china(moment: datetime) -> datetime:
    """A moment in China's time, without zone; one without zone is taken for UTC, as the database keeps it."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(_CHINA).replace(tzinfo=None)
