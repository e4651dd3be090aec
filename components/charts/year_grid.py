"""A year by the day: one column of the grid per month, one cell per day, as on a wall calendar.

Months stand side by side and not below each other: twelve cells fit the width of a telephone, thirty-one do
not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.months import month_only
from components.charts.text import inert
from components.palette import palette

_ROW = 20  # px
_CELL = 0.9  # of a row and of a column


@dataclass(frozen=True)
class GridDay:
    """One day, its kind, and what it is in words."""

    day: date
    kind: str
    words: str


def year_grid(days: Sequence[GridDay], *, kinds: dict[str, str], title: str) -> go.Figure:
    """One cell per day in the colour of its kind, with the number of the day; days off stand out.

    `kinds` names working, weekend, holiday and made_up for the legend. A click gives the day as "2026-05-01".
    """
    if not days:
        return nothing(title)
    look = palette()
    colours = {
        "working": look.panel,
        "weekend": look.rule,
        "holiday": look.neutral,
        "made_up": look.at_risk,
    }
    figure = frame(title, 130 + _ROW * 31, legend=True)
    for kind, name in kinds.items():
        drawn = [entry for entry in days if entry.kind == kind]
        figure.add_bar(
            x=[entry.day.month for entry in drawn],
            base=[entry.day.day - _CELL / 2 for entry in drawn],
            y=[_CELL] * len(drawn),
            width=_CELL,
            name=inert(name),
            text=[str(entry.day.day) for entry in drawn],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": 11, "color": look.on(colours[kind])},
            marker={"color": colours[kind], "line": {"color": look.rule, "width": 1}},
            customdata=[[entry.day.isoformat(), inert(entry.words)] for entry in drawn],
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        )
    months = [month_only(date(2000, month, 1)) for month in range(1, 13)]
    figure.update_xaxes(
        tickvals=list(range(1, 13)),
        ticktext=months,
        tickangle=0,
        range=[0.4, 12.6],
        side="top",
        showgrid=False,
    )
    figure.update_yaxes(visible=False, range=[31.6, 0.4])
    figure.update_layout(barmode="overlay", margin={"t": 100, "r": 4})
    return figure
