"""Time: a line over months."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.months import NARROW, month_axis, month_name
from components.charts.target_mark import target_mark
from components.charts.text import inert
from components.figures import is_missing
from components.palette import palette


def trend(
    rows: pd.DataFrame,
    *,
    date: str,
    value: str,
    format: str,  # noqa: A002
    title: str,
    target: float | None = None,
    name: str = "",
    other: str | None = None,
    other_name: str = "",
) -> go.Figure:
    """A line through one point per month, in rising order, its last figure written out; gaps stay gaps.

    `other` names a second column, drawn dotted behind it under the legend `other_name`. A click gives the
    month as "2026-03".
    """
    if rows.empty:
        return nothing(title)
    look = palette()
    days = [pd.Timestamp(day) for day in rows[date]]
    values = rows[value].tolist()
    others = rows[other].tolist() if other else []
    scale = lengths([*values, *others, target], format)
    figure = frame(title, 290, unit=scale.unit_name(), legend=bool(other))

    def line(items: list[Any], called: str, colour: str, **style: Any) -> None:
        figure.add_scatter(
            x=[day.isoformat() for day in days],
            y=[scale.of(item) for item in items],
            name=inert(called),
            mode="lines+markers",
            marker={"color": colour, "size": 5},
            line={"color": colour, **style},
            customdata=[
                [f"{day:%Y-%m}", month_name(day), scale.show(item)]
                for day, item in zip(days, items, strict=True)
            ],
            hovertemplate=f"{inert(called)} %{{customdata[1]}}<br>%{{customdata[2]}}<extra></extra>",
            connectgaps=False,
        )

    if other:
        line(others, other_name, look.no_data, width=1.5, dash="dot")
    line(values, name, look.neutral, width=2.5)
    figure.update_xaxes(**month_axis(days, NARROW))
    figure.update_yaxes(**scale.axis(from_zero=False))
    if target is not None:
        target_mark(figure, scale.of(target) or 0, scale.show(target), upright=False)
    known = [(day, item) for day, item in zip(days, values, strict=True) if not is_missing(item)]
    if known:
        day, item = known[-1]
        figure.add_annotation(
            x=day.isoformat(),
            y=scale.of(item),
            text=scale.show(item),
            showarrow=False,
            yshift=14,
            font={"size": 13, "color": look.ink, "weight": 600},
        )
    return figure
