"""Who is tied to whom: two columns of names where no name stands on both sides, else names on a circle."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.text import fitted, inert
from components.figures import show
from components.palette import palette
from components.run.value_format import value_format
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.pictures import Tie, ties

_ROW, _EDGES, _ROUND, _LEGEND = 24, 70, 460, 28  # px
_TALL_ROW = 38  # px, where a name takes two lines
_MOST_NAMES = 60
_THINNEST, _THICKEST = 1.0, 5.0  # px
_ALIKE = 0.4
_STRONG = 0.5  # of the strongest tie
_LETTERS = 16  # half-widths of a line: on a telephone two names of two lines and their tie stand abreast


@dataclass(frozen=True)
class _Place:
    """Where a name is drawn: its point, and its text beside it."""

    x: float
    y: float
    anchor: str


def network_picture(seen: SeenRun, columns: Mapping[str, str]) -> go.Figure:
    """The figure; the strongest ties are the thickest, and a click gives the name."""
    value = columns.get("value")
    first, second = (str(seen.model.columns[columns[part]].title) for part in ("source", "target"))
    title = _("Who is tied to whom? {source} and {target}").format(source=first, target=second)
    found = _few_names(ties(seen, columns["source"], columns["target"], value))
    if not found:
        return nothing(title)
    sources, targets = {tie.source for tie in found}, {tie.target for tie in found}
    is_round = bool(sources & targets)
    row = _TALL_ROW if any("<br>" in fitted(name, _LETTERS) for name in sources | targets) else _ROW
    places = _on_a_circle(found) if is_round else _in_columns(found)
    height = (
        max(_ROUND, _EDGES + _ROW * len(places) // 2)
        if is_round
        else _EDGES + row * max(len(sources), len(targets))
    )
    values = [abs(tie.value) for tie in found]
    differ = max(values) > min(values)  # where all are alike none stands out, and nothing has to be explained
    figure = frame(title, height + (_LEGEND if differ else 0), legend=differ)
    _draw_ties(figure, found, places, value_format(seen, value))
    if differ:
        _explain(figure, str(seen.model.columns[value].title) if value else _("Hits"))
    _draw_names(figure, found, places)
    figure.update_xaxes(visible=False, range=[-1.9, 1.9])
    figure.update_yaxes(visible=False, range=[-1.05, 1.05])
    return figure


def _draw_ties(figure: go.Figure, found: list[Tie], places: Mapping[str, _Place], form: str) -> None:
    look = palette()
    most, least = (pick(abs(tie.value) for tie in found) for pick in (max, min))
    for tie in found:
        begin, end = places[tie.source], places[tie.target]
        share = float(abs(tie.value) / most) if most > least else _ALIKE
        figure.add_scatter(
            x=[begin.x, end.x],
            y=[begin.y, end.y],
            mode="lines",
            line={
                "color": look.breach if share >= _STRONG else look.muted,
                "width": _THINNEST + (_THICKEST - _THINNEST) * share * share,
            },
            text=inert(f"{tie.source} – {tie.target}  {show(tie.value, form)}"),
            hoverinfo="text",
            showlegend=False,
        )


def _explain(figure: go.Figure, of: str) -> None:
    look = palette()
    for words, colour, width in (
        (_("{value}: at least half of the largest"), look.breach, _THICKEST),
        (_("{value}: less than that"), look.muted, _THINNEST),
    ):
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="lines",
            line={"color": colour, "width": width},
            name=inert(words.format(value=of)),
            hoverinfo="skip",
        )


def _draw_names(figure: go.Figure, found: list[Tie], places: Mapping[str, _Place]) -> None:
    look = palette()
    counts = {name: sum(name in {tie.source, tie.target} for tie in found) for name in places}
    for name, place in places.items():
        figure.add_annotation(
            x=place.x * 1.05,
            y=place.y,
            text=fitted(name, _LETTERS),
            showarrow=False,
            xanchor=place.anchor,
            font={"size": 12, "color": look.ink},
        )
    figure.add_scatter(
        x=[place.x for place in places.values()],
        y=[place.y for place in places.values()],
        mode="markers",
        marker={
            "size": [8 + 3 * min(counts[name] - 1, 5) for name in places],
            "color": look.neutral,
            "line": {"width": 1, "color": look.paper},
        },
        customdata=[
            [name, inert(_("{name}: {ties} ties").format(name=name, ties=counts[name]))] for name in places
        ],
        hovertemplate="%{customdata[1]}<extra></extra>",
        showlegend=False,
    )


def _few_names(found: tuple[Tie, ...]) -> list[Tie]:
    """The strongest ties among as many names as can be read."""
    names: set[str] = set()
    kept = []
    for tie in found:
        if len(names | {tie.source, tie.target}) <= _MOST_NAMES:
            names |= {tie.source, tie.target}
            kept.append(tie)
    return kept


def _in_columns(found: list[Tie]) -> dict[str, _Place]:
    """Sources on the left, targets on the right, each beside the first it is tied to."""
    sources = list(dict.fromkeys(tie.source for tie in sorted(found, key=lambda tie: tie.source)))
    targets = list(dict.fromkeys(tie.target for source in sources for tie in found if tie.source == source))
    places = {}
    for names, x, anchor in ((sources, -0.6, "right"), (targets, 0.6, "left")):
        step = 2 / max(len(names), 1)
        for at, name in enumerate(names):
            places[name] = _Place(x, 1 - step * (at + 0.5), anchor)
    return places


def _on_a_circle(found: list[Tie]) -> dict[str, _Place]:
    """Those that hang together stand beside each other; the names are written outwards."""
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
    return {
        name: _Place(
            0.8 * math.sin(step * at), math.cos(step * at), "left" if math.sin(step * at) >= 0 else "right"
        )
        for at, name in enumerate(in_order)
    }
