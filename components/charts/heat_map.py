"""Where two things meet: rows × columns in shades of one blue."""

from collections.abc import Mapping
from typing import Any

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.grid import CELL, draw_cells, name_sides
from components.charts.lengths import lengths
from components.charts.text import fitted
from components.kpi.target_state import state_word
from components.palette import palette

_TITLE, _LINE = 48, 16  # px above the cells: the title with one line of names, and a second line
_HEAD = 92  # px of the title, the names and the air below


def heat_map(
    values: Mapping[tuple[Any, Any], float | None],
    *,
    rows: Mapping[Any, str],
    columns: Mapping[Any, str],
    format: str,  # noqa: A002
    title: str,
    nothing_here: str | None = None,
) -> go.Figure:
    """One cell per pair of `rows` and `columns` (code → name), its figure inside.

    A pair without a figure is left as paper and says 无数据, or `nothing_here`. A click gives (row code,
    column code).
    """
    if not rows or not columns:
        return nothing(title)
    look = palette()
    pairs = [(one, other) for one in rows for other in columns]
    known = [values.get(pair) for pair in pairs]
    scale = lengths(known, format)
    steps = [_step(scale.of(value), scale.shortest, scale.longest, len(look.scale)) for value in known]
    colours = [look.panel if step is None else look.scale[step] for step in steps]
    figures = [scale.show(value) for value in known]
    absent = nothing_here or state_word("no_data")
    names = [fitted(name, 14) for name in columns.values()]
    second_line = _LINE if any("<br>" in name for name in names) else 0
    figure = frame(title, _HEAD + second_line + CELL * len(rows), unit=scale.unit_name())
    figure.update_layout(margin_t=_TITLE + second_line)
    draw_cells(
        figure,
        [(row, column) for row in range(len(rows)) for column in range(len(columns))],
        figures,
        [
            [list(pair), rows[pair[0]], columns[pair[1]], absent if step is None else shown]
            for pair, shown, step in zip(pairs, figures, steps, strict=True)
        ],
        colours=colours,
        inks=[look.on(colour) for colour in colours],
        size=12,
    )
    name_sides(figure, list(rows.values()), names)
    return figure


def _step(length: float | None, shortest: float, longest: float, steps: int) -> int | None:
    """Which of `steps` shades; None where there is no figure."""
    if length is None:
        return None
    span = longest - min(shortest, 0)
    return round((steps - 1) * (length - min(shortest, 0)) / span) if span else 0
