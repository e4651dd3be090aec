"""Target against actual: one bullet per row, each on a scale of its own."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.rows import ROW, ledger_rows
from components.charts.text import inert
from components.figures import is_missing
from components.palette import palette

_HEADROOM = 1.08  # the longest part of a row does not touch its end
_TRACK, _BAR = 0.62, 0.3  # thickness in rows


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
) -> go.Figure:
    """A bar for the actual figure in the colour of its `meaning`, a stroke for the target, a tick for a base.

    Columns: `format` of the row ("percent" runs from 0 to 100 % where nothing exceeds it), `shown` the
    figures in words, drawn on the right. Missing figures have no bar. A click gives the row's `code`.
    """
    if rows.empty:
        return nothing(title)
    look = palette()
    figure = frame(title, 56 + ROW * len(rows))
    figure.update_layout(barmode="overlay", bargap=0)
    parts = list(
        zip(rows[value].tolist(), rows[target].tolist(), rows[baseline].tolist(), rows[format], strict=True)
    )
    scales = [_scale(numbers, kind) for *numbers, kind in parts]
    meanings = rows[meaning].tolist()
    texts = [
        [key, inert(name), inert(words)]
        for key, name, words in zip(rows[code].tolist(), rows[label], rows[shown], strict=True)
    ]
    shared: dict[str, Any] = {
        "orientation": "h",
        "y": list(range(len(rows))),
        "customdata": texts,
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
            _stroke(figure, row, base / scale, _BAR, {"color": look.muted, "width": 2, "dash": "dot"})
        if not is_missing(goal):
            _stroke(figure, row, goal / scale, _TRACK, {"color": look.ink, "width": 3})
    figure.update_xaxes(range=[0, 1], showticklabels=False, showgrid=False)
    faint = [look.muted if sense == "no_data" else look.ink for sense in meanings]
    ledger_rows(figure, rows[label].tolist(), rows[shown].tolist(), faint)
    return figure


def _scale(numbers: list[Any], kind: str) -> float:
    longest = max((float(number) for number in numbers if not is_missing(number)), default=0.0)
    if kind == "percent" and longest <= 1:
        return 1.0
    return longest * _HEADROOM or 1.0


def _stroke(figure: go.Figure, row: int, length: float, size: float, line: dict[str, Any]) -> None:
    length = min(length, 0.997)  # a stroke at the very end would be cut in half
    figure.add_shape(type="line", x0=length, x1=length, y0=row - size / 2, y1=row + size / 2, line=line)
