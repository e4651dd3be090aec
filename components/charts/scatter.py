"""Two measures of many things: a point each, and the line below which one of them is too little."""

import math

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.text import inert
from components.palette import palette

_HEIGHT = 380
_DECADES = 30  # the axis has marks between the tens where the longest is less than so many of the shortest
# Colour is not the only carrier; where several series mean the same, each has the next shape.
_SHAPES = {"breach": ("x",), "at_risk": ("diamond",)}
_ROUND = ("circle", "circle-open")
_LOWEST_TOP = 0.1  # the axis of the rate reaches this far at least
_AIR = 1.6  # beyond the outermost points, as a factor: the axis of money is logarithmic


def scatter(
    rows: pd.DataFrame,
    *,
    label: str,
    code: str,
    across: str,
    upwards: str,
    meaning: str,
    series: str,
    across_title: str,
    upwards_title: str,
    title: str,
    limit: float | None = None,
    limit_words: str = "",
) -> go.Figure:
    """One point per row: money in 分 `across` on a logarithmic axis, a rate `upwards`.

    `series` names what each point is, in the legend, `meaning` its colour; both go together. Points
    without money have no place. `limit` draws a dashed line. A click gives the row's `code`.
    """
    placed = rows[rows[across].fillna(0) > 0]
    if placed.empty:
        return nothing(title)
    look = palette()
    scale = lengths(placed[across].tolist(), "fen")
    figure = frame(title, _HEIGHT, unit=scale.unit_name(), legend=True)
    senses: list[str] = []
    for name in dict.fromkeys(placed[series].tolist()):
        part = placed[placed[series] == name]
        sense = str(part[meaning].iloc[0])
        shapes = _SHAPES.get(sense, _ROUND)
        figure.add_scatter(
            x=[scale.of(item) for item in part[across].tolist()],
            y=part[upwards].tolist(),
            mode="markers",
            name=inert(name),
            marker={
                "color": look.of(sense),
                "size": 10 if sense == "neutral" else 12,
                "symbol": shapes[min(senses.count(sense), len(shapes) - 1)],
                "opacity": 0.75 if sense == "neutral" else 1,
                "line": {"width": 1, "color": look.paper},
            },
            customdata=[
                [key, inert(words), scale.show(money), f"{rate:.1%}"]
                for key, words, money, rate in zip(
                    part[code].tolist(),
                    part[label].tolist(),
                    part[across].tolist(),
                    part[upwards].tolist(),
                    strict=True,
                )
            ],
            hovertemplate="%{customdata[1]}<br>%{customdata[2]} · %{customdata[3]}<extra></extra>",
        )
        senses.append(sense)
    figure.update_xaxes(
        type="log",
        title={"text": inert(across_title), "font": {"size": 12, "color": look.muted}},
        range=[
            math.log10((scale.shortest or 1) / _AIR),
            math.log10((scale.longest or 1) * _AIR),
        ],
        tickformat=",~g",
        # Within one step of ten there would be hardly a mark.
        dtick="D2" if scale.longest < _DECADES * scale.shortest else 1,
        showgrid=True,
    )
    most = max(_LOWEST_TOP, limit or 0, float(placed[upwards].max()))
    figure.update_yaxes(
        title={"text": inert(upwards_title), "font": {"size": 12, "color": look.muted}, "standoff": 12},
        automargin=True,
        tickformat=".0%",
        range=[-0.04 * most, 1.06 * most],
    )
    if limit is not None:
        figure.add_hline(y=limit, line={"color": look.breach, "width": 1.5, "dash": "dash"})
        figure.add_annotation(
            x=1,
            xref="paper",
            xanchor="right",
            y=limit,
            yanchor="bottom",
            text=inert(limit_words),
            showarrow=False,
            font={"color": look.breach, "size": 12},
        )
    return figure
