"""The debt rate of each region in the colour of its grade; a click opens the region's row."""

import pandas as pd
import streamlit as st

from components.charts.bars import bars
from components.charts.draw import draw
from components.kpi.open_rows import open_rows
from components.session import cells
from data.codes import label
from data.language import _
from queries.filters import Filters

_DEBT = "debt_rate"
_MEANINGS = {"red": "breach", "orange": "breach", "yellow": "at_risk"}


def debt_by_region(filters: Filters) -> None:
    """Draw the bars, the heaviest first. The grade is that of the figures, by the bureau's thresholds."""
    found = sorted(
        cells(_DEBT, filters, ("region", "debt_level")), key=lambda cell: -float(cell.figure.value or 0)
    )
    frame = pd.DataFrame(
        [
            (
                cell.row_code,
                f"{cell.row_label} · {label('debt_level', cell.column_code)}"
                if cell.column_code in _MEANINGS
                else cell.row_label,
                cell.figure.value,
                _MEANINGS.get(str(cell.column_code), "neutral"),
            )
            for cell in found
        ],
        columns=["code", "label", "value", "meaning"],
    )
    chart = bars(
        frame,
        label="label",
        value="value",
        code="code",
        format="percent",
        title=_("Whose debt weighs most on its means?"),
        meaning="meaning",
    )
    clicked = draw(chart, key="debt_by_region")
    st.caption(_("Marked red: red and orange grade; amber: yellow grade, by the thresholds above."))
    if clicked is not None:
        open_rows(_DEBT, filters, ("region", clicked))
