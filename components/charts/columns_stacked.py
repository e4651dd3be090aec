"""Composition over periods: upright columns whose parts add up."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.text import inert
from components.palette import palette

_AIR = 1.15


def columns_stacked(
    rows: pd.DataFrame,
    *,
    period: str,
    label: str,
    series: str,
    series_code: str,
    value: str,
    format: str,  # noqa: A002
    title: str,
    meanings: Mapping[str, str],
    named_every: int = 1,
    between: float | None = None,
) -> go.Figure:
    """One column per `period`, one part per `series_code`, in order of first appearance; totals on top.

    `meanings` gives each series code the meaning of its colour. Of `named_every` periods the first is named
    below the axis. `between` draws a dashed line there, in columns from the left. A click gives (period,
    series code).
    """
    if rows.empty:
        return nothing(title)
    look = palette()
    labels = dict(zip(rows[period].tolist(), rows[label].tolist(), strict=True))
    parts = dict(zip(rows[series_code].tolist(), rows[series].tolist(), strict=True))
    keys = zip(rows[period].tolist(), rows[series_code].tolist(), strict=True)
    cells = dict(zip(keys, rows[value].tolist(), strict=True))
    totals = [sum(cells.get((key, part), 0) for part in parts) for key in labels]
    scale = lengths(totals, format)
    figure = frame(title, 320, unit=scale.unit_name(), legend=True)
    figure.update_layout(barmode="stack")
    places = list(range(len(labels)))
    for part, name in parts.items():
        counts = [cells.get((key, part), 0) for key in labels]
        figure.add_bar(
            x=places,
            y=[scale.of(count) or 0 for count in counts],
            name=inert(name),
            marker={"color": look.of(meanings[part]), "line": {"width": 1, "color": look.paper}},
            customdata=[
                [[key, part], inert(labels[key].replace("<br>", " ")), scale.show(count)]
                for key, count in zip(labels, counts, strict=True)
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
            )
    if between is not None:
        at = between - 0.5  # a column's middle is its number
        line = {"color": look.ink, "width": 1.5, "dash": "dash"}
        figure.add_shape(type="line", x0=at, x1=at, yref="paper", y0=0, y1=1, line=line)
    figure.update_xaxes(
        tickvals=places[::named_every],
        ticktext=["<br>".join(inert(line) for line in text.split("<br>")) for text in labels.values()][
            ::named_every
        ],
        tickangle=0,
        showgrid=False,
        tickfont={"color": look.ink, "size": 10},
    )
    # Room above the tallest column for its total.
    figure.update_yaxes(**(scale.axis() | {"range": [0, scale.longest * _AIR or 1]}))
    return figure
