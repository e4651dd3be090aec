"""The cut rate of each sector as a bar, with the fence above which one settlement of it is out of line."""

import pandas as pd
import streamlit as st

from components.charts.bars import bars
from components.charts.draw import draw
from components.kpi.open_rows import open_rows
from components.session import groups, rows
from data.language import _
from queries.filters import Filters
from queries.rows import Page

_COUNTED, _BY = "settlement_cut_rate", "investment_sector"


def cut_by_sector(filters: Filters) -> None:
    """Draw it, most first; a click on a bar opens the settlements of the sector."""
    found = sorted(groups(_COUNTED, filters, _BY), key=lambda group: -(group.figure.value or 0))
    frame = rows(_COUNTED, filters, Page())
    fences = frame.dropna(subset=["cut_fence_rate"]).groupby(_BY)["cut_fence_rate"].first().to_dict()
    chart = bars(
        pd.DataFrame(
            {
                "code": [group.code for group in found],
                "label": [group.label for group in found],
                "value": [group.figure.value for group in found],
                "meaning": "neutral",
                "fence": pd.Series([fences.get(group.code) for group in found], dtype=object),
            }
        ),
        label="label",
        value="value",
        code="code",
        format="percent",
        title=_("Whose claims are cut most?"),
        meaning="meaning",
        limit="fence",
    )
    clicked = draw(chart, key="cut_by_sector")
    st.caption(
        _(
            "The dotted mark is the upper fence of the sector; sectors of fewer than eight settlements have "
            "none."
        )
    )
    if clicked is not None:
        open_rows(_COUNTED, filters, (_BY, clicked))
