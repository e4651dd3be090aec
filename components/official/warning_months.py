"""经责预警 on a time line: month by month, those whose decisive day is to come and those whose has passed."""

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from components.address import address
from components.charts.columns_stacked import columns_stacked
from components.charts.draw import draw
from components.navigation import ROWS_PAGE
from components.official.warning_level import MEANINGS
from components.segment import segment
from components.session import bureau_now, cells, groups
from data.codes import DECISIVE_STATE, WARNING_LEVEL, label
from data.language import _, language
from queries.filters import Filters

_BEYOND = "beyond"
_MONTHS = 12


def warning_months(filters: Filters) -> None:
    """Draw columns by the month of the decisive day, a year ahead or a year back, and what lies beyond.

    A click on a part of a column opens its warnings.
    """
    counts = {group.code: group.figure.rows for group in groups("warnings", filters, "decisive_state")}
    side = str(
        st.segmented_control(
            _("Decisive day"),
            list(DECISIVE_STATE),
            default="coming",
            required=True,
            format_func=lambda code: segment(f"{label('decisive_state', code)} {counts.get(code, 0)}"),
            key="warning_months_side",
        )
    )
    is_past = side == "past"
    narrowed = _narrowed(filters, ("decisive_state", side))
    months = _months(filters.as_of, is_past=is_past)
    found: dict[tuple[str, str], int] = {}
    for cell in cells("warnings", narrowed, ("decisive_month", "warning_level")):
        key = (cell.row_code if cell.row_code in months else _BEYOND, cell.column_code)
        found[key] = found.get(key, 0) + cell.figure.rows
    beyond = {_BEYOND: _("Earlier") if is_past else _("Later")}
    named = {month: _name(month, months) for month in months}
    periods = beyond | named if is_past else named | beyond
    frame = pd.DataFrame(
        [
            (period, name, level, label("warning_level", level), found.get((period, level), 0))
            for period, name in periods.items()
            for level in WARNING_LEVEL
        ],
        columns=["period", "label", "level", "level_name", "value"],
    )
    figure = columns_stacked(
        frame,
        period="period",
        label="label",
        series="level_name",
        series_code="level",
        value="value",
        format="count",
        title=_("What should have been done, and since when?")
        if is_past
        else _("What falls due in the next twelve months?"),
        meanings=MEANINGS,
    )
    clicked = draw(figure, key=f"warning_months_{side}")
    if clicked is None:
        return
    period, level = (str(code) for code in clicked)
    when = ("decisive_reach", "far") if period == _BEYOND else ("decisive_month", period)
    _open(_narrowed(narrowed, when, ("warning_level", level)))


def _narrowed(filters: Filters, *steps: tuple[str, str]) -> Filters:
    return replace(filters, drill=(*filters.drill, *steps))


def _open(filters: Filters) -> None:
    st.switch_page(ROWS_PAGE, query_params=address(filters, bureau_now().as_of, kpi="warnings"))


def _months(as_of: date, *, is_past: bool) -> list[str]:
    """The present month with the twelve after it, or with the twelve before it, as "2026-11"."""
    first = as_of.year * 12 + as_of.month - 1 - (_MONTHS if is_past else 0)
    return [f"{number // 12}-{number % 12 + 1:02}" for number in range(first, first + _MONTHS + 1)]


def _name(month: str, months: list[str]) -> str:
    """The month's name, the year below the first of its months."""
    year, number = month.split("-")
    is_first = month == months[0] or number == "01"
    if language() == "en":
        name, year_name = f"{date(int(year), int(number), 1):%b}", year
    else:
        name, year_name = f"{int(number)}月", f"{year}年"
    return f"{name}<br>{year_name}" if is_first else name
