"""Composition: horizontal bars whose parts add up."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.rows import ledger_rows, rows_height
from components.charts.text import inert
from components.palette import palette

_FIGURE = 11  # px of the figure inside a part
_LEGEND = 8  # px more for each part: on a narrow screen the legend takes several lines


def stacked_bars(
    values: Mapping[tuple[Any, Any], float | None],
    *,
    bars: Mapping[Any, str],
    parts: Mapping[Any, str],
    format: str,  # noqa: A002
    title: str,
    meanings: Mapping[str, str] | None = None,
) -> go.Figure:
    """The parts of each bar, `values` by (bar, part), after each other; totals at the end.

    `bars` and `parts` are code → name, in the order of drawing. `meanings` gives a part its meaning ("meets",
    "at_risk", "breach" …) where its colour should say it. A click gives (bar code, part code).
    """
    if not bars:
        return nothing(title)
    look = palette()
    totals = [sum(values.get((bar, part)) or 0 for part in parts) for bar in bars]
    scale = lengths(totals, format)
    figure = frame(
        title, 106 + rows_height(bars.values()) + _LEGEND * len(parts), unit=scale.unit_name(), legend=True
    )
    # A part too short for its figure is left blank, however narrow the screen is.
    figure.update_layout(barmode="stack", bargap=0.24, uniformtext={"minsize": _FIGURE, "mode": "hide"})
    for index, (part, name) in enumerate(parts.items()):
        meaning = (meanings or {}).get(part)
        colour = look.of(meaning) if meaning else look.series[index % len(look.series)]
        figures = [scale.show(values.get((bar, part))) for bar in bars]
        drawn = [scale.of(values.get((bar, part))) for bar in bars]
        figure.add_bar(
            orientation="h",
            name=inert(name),
            y=list(range(len(bars))),
            x=[length or 0 for length in drawn],
            marker={"color": colour, "line": {"width": 1, "color": look.paper}},
            text=[shown if length else "" for shown, length in zip(figures, drawn, strict=True)],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": _FIGURE, "color": look.on(colour)},
            customdata=[
                [[bar, part], inert(named), inert(name), shown]
                for (bar, named), shown in zip(bars.items(), figures, strict=True)
            ],
            hovertemplate="%{customdata[1]}<br>%{customdata[2]}  %{customdata[3]}<extra></extra>",
        )
    ledger_rows(figure, list(bars.values()), [scale.show(total) for total in totals])
    figure.update_xaxes(**scale.axis())
    return figure
