"""By when data that was taken is returned or destroyed: usual and latest day, by classification."""

from collections.abc import Iterable
from datetime import date, timedelta

from data.codes import CLASSIFICATION

# What comes from no dataset at all is treated like the bureau's own papers.
USUAL = "internal"
# Public data need not come back; state secrets are handed over on a carrier, with a day of their own.
_USUAL_DAYS = {"internal": 90, "sensitive": 30}
_LONGEST_DAYS = {"internal": 180, "sensitive": 90}


def strictest(classifications: Iterable[str]) -> str:
    """The strictest of the classifications; USUAL where there is none."""
    order = list(CLASSIFICATION)
    return max(classifications, key=order.index, default=USUAL)


def usual_limit(classification: str, day: date) -> date | None:
    """The usual day for what is taken on a day; None: it need not come back."""
    days = _USUAL_DAYS.get(classification)
    return day + timedelta(days=days) if days is not None else None


def latest_limit(classification: str, day: date) -> date | None:
    """The latest day that may be agreed on; None: any, or none at all."""
    days = _LONGEST_DAYS.get(classification)
    return day + timedelta(days=days) if days is not None else None
