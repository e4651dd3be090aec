"""The mark of a target in a chart: a dashed line with its figure."""

import plotly.graph_objects as go

from components.palette import palette
from data.language import _


def target_mark(figure: go.Figure, length: float, shown: str, *, upright: bool) -> None:
    """Mark a target at `length` on the axis of values: an upright line, labelled on top, or a level one."""
    look = palette()
    if upright:
        line = {"x0": length, "x1": length, "yref": "paper", "y0": 0, "y1": 1}
        place = {"x": length, "yref": "paper", "y": 1, "yanchor": "bottom"}
    else:
        line = {"y0": length, "y1": length, "xref": "paper", "x0": 0, "x1": 1}
        place = {"y": length, "xref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom"}
    figure.add_shape(type="line", line={"color": look.ink, "width": 1.5, "dash": "dash"}, **line)
    figure.add_annotation(
        text=_("Target {target}").format(target=shown),
        showarrow=False,
        font={"size": 12, "color": look.ink},
        **place,
    )
