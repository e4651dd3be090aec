"""Target against actual: one bullet per row, its name and figures above it: readable on a phone too."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.text import inert, shortened
from components.figures import is_missing
from components.palette import palette

_ROW = 42  # px: a line of text and the bar below it
_TEXT, _MIDDLE = -0.24, 0.22  # of a row, from its middle: where the line of text and the bar stand
_TRACK, _BAR = 0.34, 0.2  # thickness in rows
_HEADROOM = 1.08  # the longest part of a row does not touch its end
_LONGEST_NAME = 44  # half-widths: figures follow on the same line


def bullets(
    rows: pd.DataFrame,
    *,
    label: str,
    value: str,
    target: str,
    baseline: str,
    format: str,  # noqa: A002
    meaning: str,
    shown: str,
    code: str,
    title: str,
    is_one_scale: bool = False,
) -> go.Figure:
    """A bar for the actual figure in its `meaning`'s colour, a stroke for the target, a grey one for a base.

    Columns: `format` of the row ("percent" runs from 0 to 100 % where nothing exceeds it), `shown` the
    figures in words. Missing figures have no bar. `is_one_scale`: the rows are figures of one thing and
    compare with each other. A click gives the row's `code`.
    """
    if rows.empty:
        return nothing(title)
    look = palette()
    figure = frame(title, 52 + _ROW * len(rows))
    figure.update_layout(barmode="overlay", bargap=0, margin={"l": 4, "r": 4})
    parts = list(
        zip(rows[value].tolist(), rows[target].tolist(), rows[baseline].tolist(), rows[format], strict=True)
    )
    scales = [_scale(numbers, kind) for *numbers, kind in parts]
    if is_one_scale:
        scales = [max(scales)] * len(parts)
    meanings, labels, words = rows[meaning].tolist(), rows[label].tolist(), rows[shown].tolist()
    shared: dict[str, Any] = {
        "orientation": "h",
        "y": [row + _MIDDLE for row in range(len(rows))],
        "customdata": [
            [key, inert(name), inert(told)]
            for key, name, told in zip(rows[code].tolist(), labels, words, strict=True)
        ],
        "hovertemplate": "%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
    }
    figure.add_bar(x=[1.0] * len(rows), width=_TRACK, marker={"color": look.panel}, **shared)
    figure.add_bar(
        x=[
            0 if is_missing(actual) else max(actual, 0) / scale
            for (actual, *__), scale in zip(parts, scales, strict=True)
        ],
        width=_BAR,
        marker={"color": [look.of(sense) for sense in meanings]},
        **shared,
    )
    for row, ((__, goal, base, ___), scale) in enumerate(zip(parts, scales, strict=True)):
        if not is_missing(base):
            _stroke(figure, row, base / scale, look.muted)
        if not is_missing(goal):
            _stroke(figure, row, goal / scale, look.ink)
        _text(figure, row, "left", shortened(labels[row], _LONGEST_NAME), look.ink)
        _text(figure, row, "right", words[row], look.muted if meanings[row] == "no_data" else look.ink)
    figure.update_xaxes(range=[0, 1], visible=False)
    figure.update_yaxes(range=[len(rows) - 0.5, -0.5], visible=False)
    return figure


def _scale(numbers: list[Any], kind: str) -> float:
    longest = max((float(number) for number in numbers if not is_missing(number)), default=0.0)
    if kind == "percent" and longest <= 1:
        return 1.0
    return longest * _HEADROOM or 1.0


def _stroke(figure: go.Figure, row: int, length: float, colour: str) -> None:
    length = min(max(length, 0.003), 0.997)  # at the very end half of it would be cut off
    middle, half = row + _MIDDLE, _TRACK / 2 + 0.02
    figure.add_shape(
        type="line",
        x0=length,
        x1=length,
        y0=middle - half,
        y1=middle + half,
        line={"color": colour, "width": 3},
    )


def _text(figure: go.Figure, row: int, side: str, text: str, colour: str) -> None:
    figure.add_annotation(
        text=inert(text),
        x=0 if side == "left" else 1,
        xref="paper",
        xanchor=side,
        y=row + _TEXT,
        yanchor="middle",
        align=side,
        showarrow=False,
        font={"size": 13 if side == "left" else 12, "color": colour},
    )
