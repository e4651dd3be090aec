"""An axis of months in the reader's language; Plotly itself knows English month names only."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from data.language import language

WIDE = 13  # labels that fit side by side at half the width of a 1366 px screen
NARROW = 7  # at the width of a telephone


def month_name(day: date) -> str:
    """2026年3月 or Mar 2026."""
    return f"{day:%b %Y}" if language() == "en" else f"{day.year}年{day.month}月"


def month_only(day: date) -> str:
    """3月 or Mar."""
    return f"{day:%b}" if language() == "en" else f"{day.month}月"


def year_only(day: date) -> str:
    """2026年 or 2026."""
    return str(day.year) if language() == "en" else f"{day.year}年"


def month_axis(days: list[pd.Timestamp], most: int = WIDE) -> dict[str, Any]:
    """Plotly's axis for months in rising order, at most `most` named; a year stands below its first month."""
    step = -(-len(days) // most)
    shown = days[::step]
    labels, year = [], None
    for day in shown:
        labels.append(f"{month_only(day)}<br>{'' if day.year == year else year_only(day)}")
        year = day.year
    return {
        "tickvals": [day.isoformat() for day in shown],
        "ticktext": labels,
        "tickangle": 0,
        "ticklabelstandoff": 8,  # clear of the nought of the other axis
        "showgrid": False,
        "range": [
            (days[0] - timedelta(days=20)).isoformat(),
            (days[-1] + timedelta(days=20)).isoformat(),
        ],
    }
