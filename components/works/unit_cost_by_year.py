"""Unit costs of one type of works by year: the middle half as a box, each observation a point."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.charts.boxes import boxes
from components.charts.draw import draw
from components.kpi.open_card import open_card
from components.session import groups, rows
from data.codes import label
from data.language import _
from queries.filters import Filters
from queries.rows import Page

_COUNTED = "unit_costs"
_BY = "plan_year"


def unit_cost_by_year(works_type: str, filters: Filters) -> None:
    """Draw the years of the type; a click on a point opens the card of its project."""
    narrowed = replace(filters, drill=(*filters.drill, ("works_type", works_type)))
    low, middle, high = (
        {group.code: group.figure.value for group in groups(name, narrowed, _BY)}
        for name in ("unit_cost_lower_quartile", "unit_cost_median", "unit_cost_upper_quartile")
    )
    frame = rows(_COUNTED, narrowed, Page())
    known = frame[frame["upper_fence_fen"].notna()]
    fences = None
    if not known.empty:
        fences = (float(known["lower_fence_fen"].iloc[0]), float(known["upper_fence_fen"].iloc[0]))
    chart = boxes(
        pd.DataFrame(
            {
                "label": [str(year) for year in low],
                "low": list(low.values()),
                "middle": [middle[year] for year in low],
                "high": [high[year] for year in low],
            }
        ),
        pd.DataFrame(
            {
                "group": [str(day)[:4] for day in frame["priced_date"]],
                "value": frame["unit_cost_fen"].tolist(),
                "label": (frame["investment"] + " " + frame["unit_cost_code"]).tolist(),
                "code": frame["investment_id"].astype(str).tolist(),
                "meaning": [
                    "breach" if state in {"above", "below"} else "neutral" for state in frame["fence_state"]
                ],
            }
        ),
        format="fen",
        title=_("What did a unit cost each year?"),
        fences=fences,
    )
    clicked = draw(chart, key="unit_cost_by_year")
    st.caption(
        _(
            "{works}: the box holds the middle half, its line is the median. Crosses lie beyond the "
            "fences of the whole library, which take eight observations. A click opens the project."
        ).format(works=label("works_type", works_type))
    )
    if clicked is not None:
        open_card("investment", clicked, filters, _COUNTED)
