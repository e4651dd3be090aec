"""A year as a wall calendar: working days, weekends, holidays, days made up for; in words when pointed at."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components.charts.draw import draw
from components.charts.year_grid import GridDay, year_grid
from components.palette import palette
from data.language import _
from data.shipped_names import shipped_name
from queries.planning.calendar_year import Day


def calendar_year(days: Sequence[Day], year: int) -> date | None:
    """Draw the year, month by month; returns the day that was clicked."""
    kinds = {
        "working": _("Working day"),
        "weekend": _("Weekend"),
        "holiday": _("Holiday"),
        "made_up": _("Made up for"),
    }
    grid = [
        GridDay(
            day.day,
            day.kind,
            " ".join(part for part in (kinds[day.kind], shipped_name(day.name or "")) if part),
        )
        for day in days
    ]
    chart = year_grid(grid, kinds=kinds, title=_("Working days of {year}").format(year=year))
    # A day made up for is worked like any other: it is outlined, and no colour warns of it.
    look = palette()
    chart.update_traces(
        marker={"color": look.panel, "line": {"color": look.ink, "width": 2}},
        textfont={"color": look.ink},
        selector={"name": kinds["made_up"]},
    )
    clicked = draw(chart, key=f"calendar_{year}")
    counted = _("{total} working days, {off} holidays, {made_up} days made up for").format(
        total=sum(day.is_working_day for day in days),
        off=sum(day.kind == "holiday" for day in days),
        made_up=sum(day.kind == "made_up" for day in days),
    )
    st.caption(counted)
    return date.fromisoformat(str(clicked)) if clicked else None
