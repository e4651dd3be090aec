"""Who is tied to whom: names on a circle and a line for each tie, the thicker the stronger."""

import math
from collections.abc import Mapping

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.text import inert
from components.figures import show
from components.palette import palette
from components.run.value_format import value_format
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.pictures import Tie, ties

_HEIGHT = 440
_THINNEST, _THICKEST = 1.0, 5.0  # px
_MOST_LETTERS = 12
_MOST_NAMED = 28  # names around the circle that can be read


def network_picture(seen: SeenRun, columns: Mapping[str, str]) -> go.Figure:
    """The figure; the names with most ties are the largest."""
    value = columns.get("value")
    found = ties(seen, columns["source"], columns["target"], value)
    first, second = (str(seen.model.columns[columns[part]].title) for part in ("source", "target"))
    title = _("Who is tied to whom? {source} and {target}").format(source=first, target=second)
    if not found:
        return nothing(title)
    look, places = palette(), _places(found)
    figure = frame(title, _HEIGHT)
    most = max(abs(tie.value) for tie in found) or 1
    for tie in found:
        (x0, y0), (x1, y1) = places[tie.source], places[tie.target]
        share = float(abs(tie.value) / most)
        figure.add_scatter(
            x=[x0, (x0 + x1) / 2 * 0.8, x1],
            y=[y0, (y0 + y1) / 2 * 0.8, y1],
            mode="lines",
            line={
                "color": look.breach if share > 0.5 else look.muted,
                "width": _THINNEST + (_THICKEST - _THINNEST) * share,
                "shape": "spline",
            },
            hovertext=inert(f"{tie.source} – {tie.target}  {show(tie.value, value_format(seen, value))}"),
            hoverinfo="text",
        )
    counts = {name: sum(name in {tie.source, tie.target} for tie in found) for name in places}
    named = sorted(places, key=lambda name: -counts[name])[:_MOST_NAMED]
    for name, (x, y) in places.items():
        if name in named:
            figure.add_annotation(
                x=x * 1.06,
                y=y * 1.06,
                text=inert(name if len(name) <= _MOST_LETTERS else f"{name[: _MOST_LETTERS - 1]}…"),
                showarrow=False,
                xanchor="left" if x > 0.1 else "right" if x < -0.1 else "center",
                yanchor="bottom" if y > 0.9 else "top" if y < -0.9 else "middle",
                font={"size": 12, "color": look.ink},
            )
    figure.add_scatter(
        x=[x for x, __ in places.values()],
        y=[y for __, y in places.values()],
        mode="markers",
        marker={
            "size": [8 + 3 * min(counts[name], 6) for name in places],
            "color": look.neutral,
            "line": {"width": 1, "color": look.paper},
        },
        customdata=[
            [name, inert(_("{name}: {ties} ties").format(name=name, ties=counts[name]))] for name in places
        ],
        hovertemplate="%{customdata[1]}<extra></extra>",
    )
    figure.update_xaxes(visible=False, range=[-2.1, 2.1])
    figure.update_yaxes(visible=False, range=[-1.25, 1.25])
    return figure


def _places(found: tuple[Tie, ...]) -> dict[str, tuple[float, float]]:
    """Names on a circle, those that hang together beside each other."""
    neighbours: dict[str, list[str]] = {}
    for tie in found:
        neighbours.setdefault(tie.source, []).append(tie.target)
        neighbours.setdefault(tie.target, []).append(tie.source)
    in_order: dict[str, None] = {}
    for name in sorted(neighbours, key=lambda each: (-len(neighbours[each]), each)):
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each not in in_order:
                in_order[each] = None
                waiting.extend(reversed(neighbours[each]))
    step = 2 * math.pi / len(in_order)
    return {name: (math.sin(step * at), math.cos(step * at)) for at, name in enumerate(in_order)}
