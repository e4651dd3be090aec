"""经责预警 on one time line by the month of the decisive day: what is overdue, and what falls due."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

import streamlit as st

from components.address import address
from components.charts.columns_stacked import columns_stacked
from components.charts.draw import draw
from components.charts.months import month_only, year_only
from components.figures import show
from components.kpi.open_rows import open_rows
from components.navigation import ROWS_PAGE
from components.official.warning_level import MEANINGS
from components.session import bureau_now, cells, groups
from data.codes import WARNING_LEVEL, label
from data.language import _
from queries.filters import Filters

_REACH = 12  # months before the present one, and after it; decisive_reach counts the same ones as near
_NAMED = 3  # every so many of them carries its name: that fits on a telephone
_FAR = ("decisive_reach", "far")


def warning_months(filters: Filters) -> None:
    """Draw a column per month from a year back to a year ahead, with the day between past and coming ones.

    A click on a part of a column opens its warnings; those beyond the line are counted below it, with the way
    to them, because years of arrears in one column would dwarf every month.
    """
    found = {
        (cell.row_code, cell.column_code): cell.figure.rows
        for cell in cells("warnings", filters, ("decisive_month", "warning_level"))
    }
    figure = columns_stacked(
        found,
        columns={month: _name(month) for month in _months(filters.as_of)},
        parts={level: label("warning_level", level) for level in WARNING_LEVEL},
        format="count",
        title=_("Which months are overdue, and which fall due?"),
        meanings=MEANINGS,
        named_every=_NAMED,
        between=_REACH + filters.as_of.day / monthrange(filters.as_of.year, filters.as_of.month)[1],
    )
    clicked = draw(figure, key="warning_months")
    st.caption(_("Dashed line: {day}. Left of it what should have been done.").format(day=filters.as_of))
    _beyond(filters)
    if clicked is not None:
        month, level = clicked
        open_rows("warnings", filters, ("decisive_month", month), ("warning_level", level))


def _beyond(filters: Filters) -> None:
    """The ways to what lies further back, and further ahead, than the line reaches."""
    far = {
        group.code: group.figure.rows
        for group in groups("warnings", _narrowed(filters, _FAR), "decisive_state")
    }
    words = {
        "past": _("{number} overdue for longer, not in the picture"),
        "coming": _("{number} due later, not in the picture"),
    }
    with st.container(horizontal=True, gap="small"):
        for side, said in words.items():
            if number := far.get(side):
                st.page_link(
                    ROWS_PAGE,
                    label=said.format(number=show(number, "count")),
                    icon=":material/chevron_right:",
                    query_params=_rows(filters, ("decisive_state", side), _FAR),
                )


def _rows(filters: Filters, *steps: tuple[str, str]) -> list[tuple[str, str]]:
    return address(_narrowed(filters, *steps), bureau_now().as_of, kpi="warnings")


def _narrowed(filters: Filters, *steps: tuple[str, str]) -> Filters:
    return replace(filters, drill=(*filters.drill, *steps))


def _months(as_of: date) -> list[str]:
    """The present month with those before it and after it, as "2026-11"."""
    present = as_of.year * 12 + as_of.month - 1
    return [
        f"{number // 12}-{number % 12 + 1:02}" for number in range(present - _REACH, present + _REACH + 1)
    ]


def _name(month: str) -> str:
    """The month's name with the year below it."""
    day = date.fromisoformat(f"{month}-01")
    return f"{month_only(day)}<br>{year_only(day)}"
