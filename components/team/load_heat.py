"""谁忙谁闲: person-days of persons by week, or of sections by month, the most loaded first."""

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from components.address_choice import address_choice
from components.charts.draw import draw
from components.charts.heat_map import heat_map
from components.charts.months import month_only
from components.kpi.open_rows import open_rows
from components.page_bar import page_bar, page_number
from components.session import cells, row_scope
from data.language import _
from queries.filters import Filters
from queries.run import month_ends

_SHOWN = 14  # lines on one page
_WEEKS, _MONTHS = 6, 6  # as many as can be read on a telephone


def load_heat(filters: Filters) -> None:
    """Draw it; a click on a cell opens the work behind it. Persons are for who may see the staff."""
    sides = {"section": _("Sections by month")}
    if row_scope().sees_staff:
        sides = {"staff": _("Persons by week")} | sides
    row = address_choice(_("Show"), sides, "load", key="load_side", look="segments")
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
    name = f"load_{row}"
    number = page_number(len(ordered), _SHOWN, name)
    shown = ordered[(number - 1) * _SHOWN : number * _SHOWN]
    picture = heat_map(
        values,
        rows={code: names[code] for code in shown},
        columns=periods,
        format="days",
        title=_("Who is loaded how much? Most person-days first"),
        nothing_here=_("no work on record"),
    )
    clicked = draw(picture, key=f"load_{row}_{number}")
    note = _("person-days from the work diary, else from the register of weeks")
    page_bar(len(ordered), _SHOWN, len(shown), name, note=note)
    if clicked is not None:
        open_rows("staff_days", filters, (row, clicked[0]), (column, clicked[1]))


def _weeks(as_of: date) -> dict[str, str]:
    """The Mondays of the last weeks with their names, the present one last."""
    monday = as_of - timedelta(days=as_of.weekday())
    days = [monday - timedelta(days=7 * back) for back in reversed(range(_WEEKS))]
    return {day.isoformat(): f"{day:%m-%d}" for day in days}


def _months(as_of: date) -> dict[str, str]:
    """The last months with their names, the present one last."""
    return {f"{day:%Y-%m}": month_only(day) for day in month_ends(as_of, _MONTHS - 1)}
