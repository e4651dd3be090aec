"""What becomes of a quantity from stage to stage: bands as wide as what they carry, nodes to open.

Plotly's own kind of trace answers no click in a page of ours, so bands and stages are drawn here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.text import fitted, inert
from components.palette import Palette, palette

_THICK = 0.1  # of the way from one stage to the next
_GAP = 0.055  # of the height, between two nodes of a stage
_LEAST = 0.006  # of the height: what is there at all is seen
_STEPS = 24  # points along the edge of a band
_BAND = 0.3  # opacity
_ROOM = 0.72  # right of the last stage, for its words
# Half-widths of a line: six stages stand side by side on a telephone; words of letters need more.
_LABEL, _LETTERS = 8, 12


@dataclass(frozen=True)
class SankeyNode:
    """One node: `stage` counts from 0; a click gives `code`. `shown` is its figure in words."""

    code: str
    label: str
    stage: int
    value: float
    shown: str
    meaning: str = "neutral"


@dataclass(frozen=True)
class SankeyBand:
    """What flows from one node to another, by their codes. `words` say what it counts."""

    source: str
    target: str
    value: float
    words: str


@dataclass(frozen=True)
class _Place:
    """Where a node stands: `top` and `height` as parts of the whole."""

    stage: int
    top: float
    height: float


def sankey(
    nodes: Sequence[SankeyNode], bands: Sequence[SankeyBand], *, title: str, height: int = 430
) -> go.Figure:
    """Nodes from left to right by stage, from top to bottom in the order given; those of nought are left out.

    Bands leave and reach a node in the order of `bands`. A click gives the code of a node.
    """
    drawn = [node for node in nodes if node.value > 0]
    if not drawn:
        return nothing(title)
    look = palette()
    places, scale = _places(drawn)
    figure = frame(title, height)
    left = {code: place.top for code, place in places.items()}
    reached = dict(left)
    for band in bands:
        if band.value > 0 and band.source in places and band.target in places:
            wide = band.value * scale
            ends = (left[band.source], reached[band.target])
            _band(figure, band, (places[band.source].stage, places[band.target].stage), ends, wide)
            left[band.source] += wide
            reached[band.target] += wide
    for node in drawn:
        _node(figure, node, places[node.code], look)
    stages = max(place.stage for place in places.values())
    hidden = {"showgrid": False, "showticklabels": False}
    figure.update_xaxes(range=[-_THICK / 2, stages + _ROOM], **hidden)
    figure.update_yaxes(range=[1.02, -0.02], **hidden)
    figure.update_layout(barmode="overlay", bargap=0)
    return figure


def _places(nodes: Sequence[SankeyNode]) -> tuple[dict[str, _Place], float]:
    """Where each node stands, and the height of one."""
    stages: dict[int, list[SankeyNode]] = {}
    for node in nodes:
        stages.setdefault(node.stage, []).append(node)
    scale = min(
        (1 - _GAP * (len(inside) - 1)) / sum(node.value for node in inside) for inside in stages.values()
    )
    places: dict[str, _Place] = {}
    for stage, inside in stages.items():
        top = 0.0
        for node in inside:
            tall = max(node.value * scale, _LEAST)
            places[node.code] = _Place(stage, top, tall)
            top += tall + _GAP
    return places, scale


def _band(
    figure: go.Figure,
    band: SankeyBand,
    stages: tuple[int, int],
    tops: tuple[float, float],
    wide: float,
) -> None:
    """One band, its edges bent like an S."""
    look = palette()
    first, last = stages[0] + _THICK / 2, stages[1] - _THICK / 2
    steps = [step / _STEPS for step in range(_STEPS + 1)]
    along = [first + (last - first) * step for step in steps]
    bent = [tops[0] + (tops[1] - tops[0]) * step * step * (3 - 2 * step) for step in steps]
    figure.add_scatter(
        x=[*along, *reversed(along)],
        y=[*bent, *(edge + wide for edge in reversed(bent))],
        mode="lines",
        fill="toself",
        line={"width": 0, "color": look.neutral},
        fillcolor=_faint(look.neutral),
        hoveron="fills",
        text=inert(band.words),
        hoverinfo="text",
        name="",
    )


def _node(figure: go.Figure, node: SankeyNode, place: _Place, look: Palette) -> None:
    figure.add_bar(
        x=[place.stage],
        y=[place.height],
        base=[place.top],
        width=_THICK,
        marker={"color": look.muted if node.meaning == "muted" else look.of(node.meaning)},
        customdata=[[node.code, inert(node.label), node.shown]],
        hovertemplate="%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
    )
    words = fitted(node.label, _LETTERS if node.label.isascii() else _LABEL)
    figure.add_annotation(
        x=place.stage + _THICK / 2,
        y=place.top + place.height / 2,
        text=f"{words}{' ' if '<br>' in words else '<br>'}<b>{inert(node.shown)}</b>",
        showarrow=False,
        xanchor="left",
        yanchor="middle",
        align="left",
        xshift=4,
        font={"size": 12, "color": look.ink},
    )


def _faint(colour: str) -> str:
    """The colour, seen through."""
    red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return f"rgba({red},{green},{blue},{_BAND})"
