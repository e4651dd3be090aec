"""From day to day: one line for each hit, the longest on top."""

from collections.abc import Mapping

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.text import fitted, inert
from components.palette import palette
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.pictures import spans

_ROW, _EDGES = 22, 84  # px


def timeline_picture(seen: SeenRun, columns: Mapping[str, str]) -> go.Figure:
    """The figure; a hit with one day only is a point."""
    model, found = seen.model, spans(seen, columns["start"], columns["end"], columns["label"])
    begins, ends = (str(model.columns[columns[part]].title) for part in ("start", "end"))
    title = _("When? From {start} to {end}").format(start=begins, end=ends)
    if not found:
        return nothing(title)
    look = palette()
    figure = frame(title, _EDGES + _ROW * len(found), legend=True)
    for part, name, colour, symbol in (
        ("start", begins, look.neutral, "circle-open"),
        ("end", ends, look.breach, "circle"),
    ):
        figure.add_scatter(
            x=[getattr(span, part) for span in found],
            y=list(range(len(found))),
            mode="markers",
            name=inert(name),
            marker={"color": colour, "size": 9, "symbol": symbol, "line": {"width": 2, "color": colour}},
            customdata=[
                [span.hit, inert(f"{span.label}  {span.start or '—'} – {span.end or '—'}")] for span in found
            ],
            hovertemplate="%{customdata[1]}<extra></extra>",
        )
    for place, span in enumerate(found):
        if span.start and span.end:
            figure.add_shape(
                type="line",
                x0=span.start,
                x1=span.end,
                y0=place,
                y1=place,
                line={"color": look.muted, "width": 2},
                layer="below",
            )
    figure.update_xaxes(type="date", tickformat="%Y-%m")
    figure.update_yaxes(
        tickvals=list(range(len(found))),
        ticktext=[fitted(span.label) for span in found],
        range=[len(found) - 0.5, -0.5],
        griddash="dot",
    )
    return figure
