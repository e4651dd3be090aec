"""Where two things meet: rows × columns in shades of one blue."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.text import fitted, inert
from components.kpi.target_state import state_word
from components.palette import palette

CELL = 34  # px; a figure and air around it
_TITLE, _LINE = 48, 16  # px above the cells: the title with one line of names, and a second line
LABEL = 16  # half-widths of a name: the columns need the room on a telephone


def heat_map(
    rows: pd.DataFrame,
    *,
    row: str,
    column: str,
    value: str,
    row_code: str,
    column_code: str,
    format: str,  # noqa: A002
    title: str,
    nothing_here: str | None = None,
) -> go.Figure:
    """One cell per pair, its figure inside, rows and columns in order of first appearance.

    A pair without a row or a figure is left as paper and says 无数据, or `nothing_here`. Drawn as bars of
    equal length: Plotly's own heat map cannot be selected by a click. A click gives (row code, column code).
    """
    if rows.empty:
        return nothing(title)
    look = palette()
    down = dict(zip(rows[row_code].tolist(), rows[row].tolist(), strict=True))
    across = dict(zip(rows[column_code].tolist(), rows[column].tolist(), strict=True))
    pairs = zip(rows[row_code].tolist(), rows[column_code].tolist(), strict=True)
    known = dict(zip(pairs, rows[value].tolist(), strict=True))
    scale = lengths(rows[value].tolist(), format)
    cells = [
        (y, x, one, other, known.get((one, other)))
        for y, one in enumerate(down)
        for x, other in enumerate(across)
    ]
    steps = [_step(scale.of(item), scale.shortest, scale.longest, len(look.scale)) for *_, item in cells]
    colours = [look.panel if step is None else look.scale[step] for step in steps]
    figures = [scale.show(item) for *_, item in cells]
    names = [fitted(name, 14) for name in across.values()]
    second_line = _LINE if any("<br>" in name for name in names) else 0
    figure = frame(title, 92 + second_line + CELL * len(down), unit=scale.unit_name())
    figure.update_layout(bargap=0.06, barmode="overlay", margin_t=_TITLE + second_line)
    figure.add_bar(
        orientation="h",
        y=[y for y, *_ in cells],
        base=[x + 0.01 for _y, x, *_ in cells],
        x=[0.98] * len(cells),
        marker={"color": colours},
        text=figures,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": 12, "color": [look.on(colour) for colour in colours]},
        customdata=[
            [
                [one, other],
                inert(down[one]),
                inert(across[other]),
                shown if step is not None else nothing_here or state_word("no_data"),
            ]
            for (_y, _x, one, other, _item), shown, step in zip(cells, figures, steps, strict=True)
        ],
        hovertemplate="%{customdata[1]}<br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>",
    )
    figure.update_yaxes(
        tickvals=list(range(len(down))),
        ticktext=[fitted(name, LABEL) for name in down.values()],
        range=[len(down) - 0.5, -0.5],
        showgrid=False,
        tickfont={"size": 13, "color": look.ink},
        ticklabelstandoff=6,
    )
    figure.update_xaxes(
        tickvals=[index + 0.5 for index in range(len(across))],
        ticktext=names,
        tickangle=0,
        tickfont={"color": look.ink, "size": 11},
        range=[0, len(across)],
        side="top",
        showgrid=False,
    )
    return figure


def _step(length: float | None, shortest: float, longest: float, steps: int) -> int | None:
    """Which of `steps` shades; None where there is no figure."""
    if length is None:
        return None
    span = longest - min(shortest, 0)
    return round((steps - 1) * (length - min(shortest, 0)) / span) if span else 0
