"""谁忙谁闲: person-days of persons by week, or of sections by month, the most loaded first."""

import math
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from components.charts.draw import draw
from components.charts.heat_map import heat_map
from components.figures import show
from components.kpi.open_rows import open_rows
from components.segment import segment
from components.session import cells, row_scope
from data.language import _, language
from queries.filters import Filters

_SHOWN = 14  # lines on one page
_WEEKS, _MONTHS = 6, 6  # as many as can be read on a telephone


def load_heat(filters: Filters) -> None:
    """Draw it; a click on a cell opens the work behind it. Persons are for who may see the staff."""
    sides = {"section": _("Sections by month")}
    if row_scope().sees_staff:
        sides = {"staff": _("Persons by week")} | sides
    row = str(
        st.segmented_control(
            _("Show"),
            list(sides),
            default=next(iter(sides)),
            required=True,
            format_func=lambda name: segment(sides[name]),
            key="load_side",
        )
    )
    column = "work_week" if row == "staff" else "work_month"
    periods = _weeks(filters.as_of) if row == "staff" else _months(filters.as_of)
    years = {int(code[:4]) for code in periods}
    found = [
        cell
        for year in sorted(years)
        for cell in cells("staff_days", replace(filters, year=year), (row, column))
        if cell.column_code in periods
    ]
    if not found:
        st.info(_("No work is on record for this time."), icon=":material/event_busy:")
        return
    totals: dict[str, float] = {}
    names: dict[str, str] = {}
    values: dict[tuple[str, str], float] = {}
    for cell in found:
        days = float(cell.figure.value or 0)
        totals[cell.row_code] = totals.get(cell.row_code, 0) + days
        names[cell.row_code] = cell.row_label
        values[cell.row_code, cell.column_code] = days
    ordered = sorted(totals, key=lambda code: (-totals[code], code))
    pages = math.ceil(len(ordered) / _SHOWN)
    number = min(int(st.session_state.get(f"load_page_{row}", 1)), pages)
    shown = ordered[(number - 1) * _SHOWN : number * _SHOWN]
    frame = pd.DataFrame(
        [
            (code, names[code], period, name, values.get((code, period)))
            for code in shown
            for period, name in periods.items()
        ],
        columns=["code", "name", "period", "period_name", "days"],
    )
    picture = heat_map(
        frame,
        row="name",
        column="period_name",
        value="days",
        row_code="code",
        column_code="period",
        format="days",
        title=_("Who is loaded how much? Most person-days first"),
        nothing_here=_("no work on record"),
    )
    clicked = draw(picture, key=f"load_{row}_{number}")
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(
            _("{shown} of {all}; person-days from the work diary, else from the register of weeks").format(
                shown=show(len(shown), "count"), all=show(len(ordered), "count")
            )
        )
        if pages > 1:
            st.number_input(
                _("Page (of {pages})").format(pages=pages), 1, pages, key=f"load_page_{row}", width=150
            )
    if clicked is not None:
        open_rows("staff_days", filters, (row, clicked[0]), (column, clicked[1]))


def _weeks(as_of: date) -> dict[str, str]:
    """The Mondays of the last weeks with their names, the present one last."""
    monday = as_of - timedelta(days=as_of.weekday())
    days = [monday - timedelta(days=7 * back) for back in reversed(range(_WEEKS))]
    return {day.isoformat(): f"{day:%m-%d}" for day in days}


def _months(as_of: date) -> dict[str, str]:
    """The last months with their names, the present one last."""
    present = as_of.year * 12 + as_of.month - 1
    found = {}
    for number in range(present - _MONTHS + 1, present + 1):
        year, month = number // 12, number % 12 + 1
        name = f"{date(year, month, 1):%b}" if language() == "en" else f"{month}月"
        found[f"{year}-{month:02}"] = name
    return found
