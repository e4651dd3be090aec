"""How many units had their turn in each year of the rotation, and how many of the turns were taken."""

import pandas as pd

from components.charts.columns_stacked import columns_stacked
from components.charts.draw import draw
from components.kpi.open_rows import open_rows
from components.session import cells
from data.codes import ROTATION_STATE, label
from data.language import _
from queries.filters import Filters

_TURNS = "rotation_turns"
_MEANINGS = {
    "audited": "meets",
    "in_hand": "neutral",
    "missed": "breach",
    "open": "at_risk",
    "coming": "no_data",
}


def turns_by_year(filters: Filters) -> None:
    """Draw a column per year, the states of its turns stacked; a click on a part opens its rows."""
    found = {
        (cell.row_code, cell.column_code): cell.figure.value
        for cell in cells(_TURNS, filters, ("turn_year", "rotation_state"))
    }
    present = {state for __, state in found}
    frame = pd.DataFrame(
        [
            (year, year, state, label("rotation_state", state), found.get((year, state)) or 0)
            for year in sorted({year for year, __ in found})
            for state in ROTATION_STATE
            if state in present
        ],
        columns=["year", "label", "code", "name", "value"],
    )
    chart = columns_stacked(
        frame,
        period="year",
        label="label",
        series="name",
        series_code="code",
        value="value",
        format="count",
        title=_("How many turns in each year?"),
        meanings=_MEANINGS,
    )
    clicked = draw(chart, key="turns_by_year")
    if clicked is not None:
        year, state = clicked
        open_rows(_TURNS, filters, ("turn_year", year), ("rotation_state", state))
