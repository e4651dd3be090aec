"""What is spent on building systems and what on running them, year by year."""

from dataclasses import replace

import pandas as pd

from components.charts.columns_stacked import columns_stacked
from components.charts.draw import draw
from components.kpi.open_rows import open_rows
from components.session import cells
from data.codes import SYSTEM_PURPOSE, label
from data.language import _
from queries.filters import Filters

_SPENDING = "system_spending"
_MEANINGS = {"build": "neutral", "maintenance": "at_risk", "security": "no_data"}


def spending_by_year(filters: Filters) -> None:
    """Draw a column per budget year, its purposes stacked; a click on a part opens its rows."""
    found = {
        (cell.row_code, cell.column_code): cell.figure.value
        for cell in cells(_SPENDING, replace(filters, year=None), ("plan_year", "money_purpose"))
    }
    years = sorted({year for year, __ in found})
    frame = pd.DataFrame(
        [
            (year, year, purpose, label("system_purpose", purpose), found.get((year, purpose)) or 0)
            for year in years
            for purpose in SYSTEM_PURPOSE
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
        format="fen",
        title=_("Is more spent on building or on running?"),
        meanings=_MEANINGS,
    )
    clicked = draw(chart, key="spending_by_year")
    if clicked is not None:
        year, purpose = clicked
        open_rows(_SPENDING, replace(filters, year=int(year)), ("money_purpose", purpose))
