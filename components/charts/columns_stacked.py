"""Composition over periods: upright columns whose parts add up."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.text import inert
from components.palette import palette

_AIR = 1.15


def columns_stacked(
    values: Mapping[tuple[Any, Any], float | None],
    *,
    columns: Mapping[Any, str],
    parts: Mapping[Any, str],
    format: str,  # noqa: A002
    title: str,
    meanings: Mapping[str, str],
    named_every: int = 1,
    between: float | None = None,
) -> go.Figure:
    """The parts of each column, `values` by (column, part), on each other; totals on top.

    `columns` and `parts` are code → name, in the order of drawing. `meanings` gives each part the meaning of
    its colour. Of `named_every` columns the first is named below the axis. `between` draws a dashed line
    there, in columns from the left. A click gives (column code, part code).
    """
    if not columns:
        return nothing(title)
    look = palette()
    totals = [sum(values.get((column, part)) or 0 for part in parts) for column in columns]
    scale = lengths(totals, format)
    figure = frame(title, 320, unit=scale.unit_name(), legend=True)
    figure.update_layout(barmode="stack")
    places = list(range(len(columns)))
    for part, name in parts.items():
        drawn = [values.get((column, part)) or 0 for column in columns]
        figure.add_bar(
            x=places,
            y=[scale.of(value) or 0 for value in drawn],
            name=inert(name),
            marker={"color": look.of(meanings[part]), "line": {"width": 1, "color": look.paper}},
            customdata=[
                [[column, part], inert(named.replace("<br>", " ")), scale.show(value)]
                for (column, named), value in zip(columns.items(), drawn, strict=True)
            ],
            hovertemplate=f"%{{customdata[1]}}<br>{inert(name)}  %{{customdata[2]}}<extra></extra>",
        )
    for place, total in zip(places, totals, strict=True):
        if total:
            figure.add_annotation(
                x=place,
                y=scale.of(total),
                text=scale.show(total),
                showarrow=False,
                yshift=10,
                font={"size": 12 if named_every == 1 else 10, "color": look.ink},
                # The line between past and coming days does not strike a number out.
                bgcolor=None if between is None else look.paper,
                borderpad=0,
            )
    if between is not None:
        at = between - 0.5  # a column's middle is its number
        line = {"color": look.ink, "width": 1.5, "dash": "dash"}
        figure.add_shape(type="line", x0=at, x1=at, yref="paper", y0=0, y1=1, line=line)
    figure.update_xaxes(
        tickvals=places[::named_every],
        ticktext=["<br>".join(inert(line) for line in text.split("<br>")) for text in columns.values()][
            ::named_every
        ],
        tickangle=0,
        ticklabelstandoff=8,  # clear of the nought of the other axis
        showgrid=False,
        tickfont={"color": look.ink, "size": 10},
    )
    # Room above the tallest column for its total.
    figure.update_yaxes(**(scale.axis() | {"range": [0, scale.longest * _AIR or 1]}))
    return figure
