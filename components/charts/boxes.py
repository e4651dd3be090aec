"""Distributions side by side: a box from quartile to quartile, and every observation as a point."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.text import inert
from components.palette import palette
from data.language import _

_HEIGHT = 380


def boxes(
    groups: pd.DataFrame,
    points: pd.DataFrame,
    *,
    format: str,  # noqa: A002
    title: str,
    fences: tuple[float, float] | None = None,
) -> go.Figure:
    """One box per row of `groups` (label, low, middle, high), over it its `points`.

    A point has group (the label of its box), value, label, code and meaning. `fences` are drawn as dashed
    lines. A click on a point gives its code.
    """
    if points.empty:
        return nothing(title)
    look = palette()
    scale = lengths([*points["value"].tolist(), *(fences or ())], format)
    figure = frame(title, _HEIGHT, unit=scale.unit_name())
    figure.add_box(
        x=[inert(name) for name in groups["label"].tolist()],
        q1=[scale.of(item) for item in groups["low"].tolist()],
        median=[scale.of(item) for item in groups["middle"].tolist()],
        q3=[scale.of(item) for item in groups["high"].tolist()],
        # Whiskers would say twice what the points say.
        lowerfence=[scale.of(item) for item in groups["low"].tolist()],
        upperfence=[scale.of(item) for item in groups["high"].tolist()],
        line={"color": look.of("neutral"), "width": 1.5},
        fillcolor="rgba(0,0,0,0)",
        hoverinfo="skip",
    )
    for meaning in dict.fromkeys(points["meaning"].tolist()):
        part = points[points["meaning"] == meaning]
        is_neutral = meaning == "neutral"
        figure.add_scatter(
            x=[inert(name) for name in part["group"].tolist()],
            y=[scale.of(item) for item in part["value"].tolist()],
            mode="markers",
            marker={
                "color": look.of(str(meaning)),
                "size": 7 if is_neutral else 11,
                "symbol": "circle" if is_neutral else "x",  # colour is not the only carrier
                "opacity": 0.55 if is_neutral else 1,
            },
            customdata=[
                [code, inert(words), scale.show(value)]
                for code, words, value in zip(
                    part["code"].tolist(), part["label"].tolist(), part["value"].tolist(), strict=True
                )
            ],
            hovertemplate="%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
        )
    for fence, words in zip(fences or (), (_("Lower fence"), _("Upper fence")), strict=False):
        figure.add_hline(y=scale.of(fence), line={"color": look.breach, "width": 1.2, "dash": "dash"})
        figure.add_annotation(
            x=1,
            xref="paper",
            xanchor="right",
            y=scale.of(fence),
            yanchor="bottom",
            text=inert(words),
            showarrow=False,
            font={"color": look.breach, "size": 12},
        )
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=groups["label"].tolist())
    figure.update_yaxes(**scale.axis(), showgrid=True)
    return figure
