"""A year by the day: one line of the grid per month, one square per day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.text import inert
from components.palette import palette
from data.language import language

_ROW = 30  # px
_SQUARE = 20  # px


@dataclass(frozen=True)
class GridDay:
    """One day, its kind, and what it is in words."""

    day: date
    kind: str
    words: str


def year_grid(days: Sequence[GridDay], *, kinds: dict[str, str], title: str) -> go.Figure:
    """One square per day in the colour of its kind, with the number of the day; days off stand out.

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
    figure = frame(title, 110 + _ROW * 12, legend=True)
    for kind, name in kinds.items():
        drawn = [entry for entry in days if entry.kind == kind]
        figure.add_scatter(
            x=[entry.day.day for entry in drawn],
            y=[entry.day.month for entry in drawn],
            name=inert(name),
            mode="markers+text",
            text=[str(entry.day.day) for entry in drawn],
            textfont={"size": 11, "color": look.on(colours[kind])},
            marker={
                "symbol": "square",
                "size": _SQUARE,
                "color": colours[kind],
                "line": {"color": look.rule, "width": 1},
            },
            customdata=[[entry.day.isoformat(), inert(entry.words)] for entry in drawn],
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        )
    months = [f"{date(2000, month, 1):%b}" if language() == "en" else f"{month}月" for month in range(1, 13)]
    figure.update_xaxes(visible=False, range=[0.2, 31.8])
    figure.update_yaxes(
        tickvals=list(range(1, 13)), ticktext=months, range=[12.6, 0.4], showgrid=False, tickfont={"size": 13}
    )
    return figure
