"""Distribution: upright columns in the order given, and where each one is expected to end."""

import math

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.text import inert
from components.palette import palette
from data.language import _

_MOST_LABELS = 15  # under a chart; of more columns only every second, third … is named
_WIDEST_STROKE = 16  # px


def columns(
    rows: pd.DataFrame,
    *,
    label: str,
    value: str,
    code: str,
    meaning: str,
    format: str,  # noqa: A002
    title: str,
    expected: str | None = None,
) -> go.Figure:
    """One column per row, in the colour of its `meaning`; a stroke where it is `expected` to end.

    A click gives the row's `code`.
    """
    if rows.empty:
        return nothing(title)
    look = palette()
    labels, values = rows[label].tolist(), rows[value].tolist()
    wanted = rows[expected].tolist() if expected else []
    scale = lengths([*values, *wanted], format)
    figure = frame(title, 300, unit=scale.unit_name(), legend=bool(expected))
    places = list(range(len(rows)))
    hovers = [inert(f"{name}  {scale.show(item)}") for name, item in zip(labels, values, strict=True)]
    if expected:
        hovers = [
            hover + "<br>" + _("expected {figure}").format(figure=scale.show(item))
            for hover, item in zip(hovers, wanted, strict=True)
        ]
    codes = rows[code].tolist()
    figure.add_bar(
        x=places,
        y=[scale.of(item) or 0 for item in values],
        name=_("as it is"),
        marker={"color": [look.of(item) for item in rows[meaning].tolist()]},
        customdata=[[key, hover] for key, hover in zip(codes, hovers, strict=True)],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    if expected:
        figure.add_scatter(
            x=places,
            y=[scale.of(item) for item in wanted],
            name=_("expected"),
            mode="markers",
            marker={
                "symbol": "line-ew",
                "size": min(_WIDEST_STROKE, 600 // len(places)),
                "line": {"width": 2, "color": look.ink},
            },
            customdata=[[key, hover] for key, hover in zip(codes, hovers, strict=True)],
            hovertemplate="%{customdata[1]}<extra></extra>",
        )
    step = math.ceil(len(places) / _MOST_LABELS)
    figure.update_xaxes(
        tickvals=places[::step],
        ticktext=[inert(name) for name in labels[::step]],
        showgrid=False,
        tickfont={"color": look.ink},
        range=[-0.6, len(places) - 0.4],
    )
    figure.update_yaxes(**scale.axis())
    return figure
