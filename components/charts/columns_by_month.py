"""Amounts over time: one column per month."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.months import NARROW, month_axis, month_name
from components.charts.text import inert
from components.palette import palette


def columns_by_month(
    rows: pd.DataFrame,
    *,
    month: str,
    value: str,
    format: str,  # noqa: A002
    title: str,
    name: str = "",
    other: str | None = None,
    other_name: str = "",
) -> go.Figure:
    """One column per row, months in rising order; `other` (say, last year) is a stroke across each column.

    A click gives the month as "2026-03".
    """
    if rows.empty:
        return nothing(title)
    look = palette()
    days = [pd.Timestamp(day) for day in rows[month]]
    values = rows[value].tolist()
    others = rows[other].tolist() if other else []
    scale = lengths([*values, *others], format)
    figure = frame(title, 290, unit=scale.unit_name(), legend=bool(other))
    months = [day.isoformat() for day in days]

    def points(items: list[object]) -> list[list[str]]:
        return [
            [f"{day:%Y-%m}", month_name(day), scale.show(item)] for day, item in zip(days, items, strict=True)
        ]

    template = "{name} %{{customdata[1]}}<br>%{{customdata[2]}}<extra></extra>"
    figure.add_bar(
        x=months,
        y=[scale.of(item) or 0 for item in values],
        name=inert(name),
        marker={"color": look.neutral},
        customdata=points(values),
        hovertemplate=template.format(name=inert(name)),
    )
    if other:
        figure.add_scatter(
            x=months,
            y=[scale.of(item) for item in others],
            name=inert(other_name),
            mode="markers",
            marker={"symbol": "line-ew", "size": 16, "line": {"width": 2.5, "color": look.ink}},
            customdata=points(others),
            hovertemplate=template.format(name=inert(other_name)),
        )
    figure.update_xaxes(**month_axis(days, NARROW))
    figure.update_yaxes(**scale.axis())
    return figure
