"""轮审日历: unit by year, whose turn it was, is and will be, and whether it was taken."""

from collections.abc import Hashable, Mapping
from typing import Any

import streamlit as st

from components.charts.draw import draw
from components.charts.state_grid import GridCell, state_grid
from components.kpi.open_card import open_card
from components.page_bar import page_bar, page_number
from components.session import rows
from data.codes import label
from data.language import _
from queries.filters import Filters
from queries.rows import Page

_TURNS = "rotation_turns"
_NAME = "rotation"
_SHOWN = 16  # units on one page: the whole picture stays on the screen
LOOKS = {
    "audited": ("meets", "✓"),
    "in_hand": ("neutral", "▶"),
    "missed": ("breach", "✕"),
    "open": ("at_risk", "!"),
    "coming": ("no_data", "·"),
}
_FIRST = ("missed", "open", "in_hand", "coming", "audited")


def rotation_calendar(filters: Filters) -> None:
    """Draw a page of the calendar, missed turns first; a click opens the unit."""
    frame = rows(_TURNS, filters, Page())
    if frame.empty:
        st.info(
            _("No unit is in the rotation calendar here. Planning staff import the calendar."),
            icon=":material/event_busy:",
        )
        return
    # A unit stands where its most pressing turn puts it.
    frame["place"] = frame["rotation_state"].map(_FIRST.index)
    order = frame.groupby("unit_id").agg(
        place=("place", "min"), year=("turn_year", "min"), unit=("unit", "first")
    )
    order = order.sort_values(["place", "year", "unit"])
    number = page_number(len(order), _SHOWN, _NAME)
    shown = order.index[(number - 1) * _SHOWN : number * _SHOWN]
    part = frame.set_index("unit_id").loc[shown].reset_index()
    years = [str(year) for year in range(int(frame["turn_year"].min()), int(frame["turn_year"].max()) + 1)]
    chart = state_grid(
        [_cell(row) for row in part.to_dict("records")],
        rows={str(code): str(name) for code, name in order.loc[shown, "unit"].items()},
        columns={year: year for year in years},
        looks={code: (*look, label("rotation_state", code)) for code, look in LOOKS.items()},
        title=_("Whose turn is it, and was it taken?"),
    )
    clicked = draw(chart, key=f"rotation_calendar_{number}")
    page_bar(len(order), _SHOWN, len(shown), _NAME, note=_("units, missed turns first"))
    if clicked is not None:
        open_card("unit", clicked[0], filters, _TURNS)


def _cell(row: Mapping[Hashable, Any]) -> GridCell:
    state = str(row["rotation_state"])
    words = [label("rotation_state", state), row["project"] if isinstance(row["project"], str) else ""]
    return GridCell(str(row["unit_id"]), str(row["turn_year"]), state, " · ".join(filter(None, words)))
