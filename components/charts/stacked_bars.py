"""Composition: horizontal bars whose parts add up."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.rows import ROW, ledger_rows
from components.charts.text import inert
from components.figures import is_missing
from components.palette import palette

_FIGURE = 11  # px of the figure inside a part
_LEGEND = 8  # px more for each part: on a narrow screen the legend takes several lines


def stacked_bars(
    rows: pd.DataFrame,
    *,
    label: str,
    series: str,
    value: str,
    code: str,
    series_code: str,
    format: str,  # noqa: A002
    title: str,
    meanings: Mapping[str, str] | None = None,
) -> go.Figure:
    """One bar per `code`, one part per `series_code`, both in order of first appearance; totals at the end.

    `meanings` gives a series code its meaning ("meets", "at_risk", "breach" …) where its colour should say
    it. A click gives (code, series code).
    """
    if rows.empty:
        return nothing(title)
    look = palette()
    names = dict(zip(rows[code].tolist(), rows[label].tolist(), strict=True))
    parts = dict(zip(rows[series_code].tolist(), rows[series].tolist(), strict=True))
    cells = dict(
        zip(
            zip(rows[code].tolist(), rows[series_code].tolist(), strict=True),
            rows[value].tolist(),
            strict=True,
        )
    )
    totals = [
        sum(cells[row, part] for part in parts if not is_missing(cells.get((row, part)))) for row in names
    ]
    scale = lengths(totals, format)
    figure = frame(title, 106 + ROW * len(names) + _LEGEND * len(parts), unit=scale.unit_name(), legend=True)
    # A part too short for its figure is left blank, however narrow the screen is.
    figure.update_layout(barmode="stack", bargap=0.24, uniformtext={"minsize": _FIGURE, "mode": "hide"})
    for index, (part, name) in enumerate(parts.items()):
        meaning = (meanings or {}).get(part)
        colour = look.of(meaning) if meaning else look.series[index % len(look.series)]
        figures = [scale.show(cells.get((row, part))) for row in names]
        drawn = [scale.of(cells.get((row, part))) for row in names]
        figure.add_bar(
            orientation="h",
            name=inert(name),
            y=list(range(len(names))),
            x=[length or 0 for length in drawn],
            marker={"color": colour, "line": {"width": 1, "color": look.paper}},
            text=[shown if length else "" for shown, length in zip(figures, drawn, strict=True)],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": _FIGURE, "color": look.on(colour)},
            customdata=[
                [[row, part], inert(names[row]), inert(name), shown]
                for row, shown in zip(names, figures, strict=True)
            ],
            hovertemplate="%{customdata[1]}<br>%{customdata[2]}  %{customdata[3]}<extra></extra>",
        )
    ledger_rows(figure, list(names.values()), [scale.show(total) for total in totals])
    figure.update_xaxes(**scale.axis())
    return figure
