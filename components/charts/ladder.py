"""The ladder of 督办 as a staircase: on each stair who stands there, and who is proposed for it."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame
from components.charts.text import inert
from components.palette import palette
from data.language import _

_HEIGHT = 330
_LOWEST = 1.6  # of a stair, in stairs: room for its words


def ladder(rows: pd.DataFrame, *, title: str) -> go.Figure:
    """One stair per row, rising: `label` (lines by <br>), `standing`, `proposed`, both numbers, and `code`.

    The height is the place on the ladder, not a number: the numbers are written. A click gives the code.
    """
    look = palette()
    figure = frame(title, _HEIGHT)
    places = list(range(len(rows)))
    heights = [_LOWEST + place for place in places]
    standing, proposed = rows["standing"].tolist(), rows["proposed"].tolist()
    labels = rows["label"].tolist()
    plain = [inert(name.replace("<br>", " ")) for name in labels]
    hovers = [
        f"{name}<br>"
        + _("reached: {standing}<br>proposed for it: {proposed}").format(standing=at, proposed=to)
        for name, at, to in zip(plain, standing, proposed, strict=True)
    ]
    fills = [look.scale[min(1 + place, len(look.scale) - 1)] for place in places]
    figure.add_bar(
        x=places,
        y=heights,
        width=0.96,
        marker={"color": fills, "line": {"width": 0}},
        text=[f"<b>{at:,}</b>" for at in standing],
        textposition="inside",
        insidetextanchor="end",
        textangle=0,
        textfont={"size": 17, "color": [look.on(fill) for fill in fills]},
        customdata=[[code, hover] for code, hover in zip(rows["code"], hovers, strict=True)],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    for place, height, to in zip(places, heights, proposed, strict=True):
        if to:
            figure.add_annotation(
                x=place,
                y=height,
                yanchor="bottom",
                text=f"<b>↑ {to:,}</b>",
                showarrow=False,
                font={"size": 14, "color": look.breach if place > 2 else look.ink},
                yshift=2,
            )
    figure.update_xaxes(
        tickvals=places,
        ticktext=labels,
        showgrid=False,
        tickfont={"color": look.ink, "size": 12},
        tickangle=0,
    )
    figure.update_yaxes(visible=False, range=[0, heights[-1] + 0.9])
    return figure
