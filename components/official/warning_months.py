"""经责预警 on a time line: what is past, by level, and the next twelve months one by one."""

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from components.address import address
from components.charts.columns_stacked import columns_stacked
from components.charts.draw import draw
from components.figures import show
from components.navigation import ROWS_PAGE
from components.official.warning_level import LOOKS, MEANINGS
from components.session import bureau_now, cells, groups
from data.codes import WARNING_LEVEL, label
from data.language import _, language
from queries.filters import Filters

_BEYOND = "beyond"
_MONTHS = 12


def warning_months(filters: Filters) -> None:
    """Draw what is past as links, and columns by the month of a decisive day that is still to come.

    A click on a part of a column opens its warnings.
    """
    _past(filters)
    coming = _narrowed(filters, ("decisive_state", "coming"))
    months = _months(filters.as_of)
    found: dict[tuple[str, str], int] = {}
    for cell in cells("warnings", coming, ("decisive_month", "warning_level")):
        key = (cell.row_code if cell.row_code in months else _BEYOND, cell.column_code)
        found[key] = found.get(key, 0) + cell.figure.rows
    periods = {month: _name(month, months) for month in months} | {_BEYOND: _("Later")}
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
        title=_("What falls due in the next twelve months?"),
        meanings=MEANINGS,
    )
    clicked = draw(figure, key="warning_months")
    if clicked is None:
        return
    period, level = (str(code) for code in clicked)
    month = () if period == _BEYOND else (("decisive_month", period),)
    _open(_narrowed(coming, *month, ("warning_level", level)))


def _past(filters: Filters) -> None:
    past = _narrowed(filters, ("decisive_state", "past"))
    counts = {group.code: group.figure.rows for group in groups("warnings", past, "warning_level")}
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        heading = _("The decisive day has passed:")
        st.markdown(f"**{heading}**", width="content")
        for level in WARNING_LEVEL:
            words = f"{label('warning_level', level)} {show(counts.get(level, 0), 'count')}"
            st.page_link(
                ROWS_PAGE,
                label=words,
                icon=f":material/{LOOKS[level][1]}:",
                disabled=level not in counts,
                query_params=address(
                    _narrowed(past, ("warning_level", level)), bureau_now().as_of, kpi="warnings"
                ),
            )


def _narrowed(filters: Filters, *steps: tuple[str, str]) -> Filters:
    return replace(filters, drill=(*filters.drill, *steps))


def _open(filters: Filters) -> None:
    st.switch_page(ROWS_PAGE, query_params=address(filters, bureau_now().as_of, kpi="warnings"))


def _months(as_of: date) -> list[str]:
    """The present month and the twelve after it, as "2026-11"."""
    first = as_of.year * 12 + as_of.month - 1
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
