"""Where two things meet: rows × columns, each cell in the colour and with the mark of its state."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.heat_map import CELL, LABEL
from components.charts.text import fitted, inert
from components.palette import palette

_HEAD = 100  # px above the cells: title, legend, names of the columns


def state_grid(
    rows: pd.DataFrame,
    *,
    row: str,
    row_code: str,
    column_code: str,
    state: str,
    words: str,
    looks: Mapping[str, tuple[str, str, str]],
    columns: Mapping[str, str],
    title: str,
) -> go.Figure:
    """One cell per row of the frame; what has none is left as paper.

    `looks` gives (meaning of the colour, mark inside, name in the legend) for each state, in the order of the
    legend; `columns` all the columns from left to right, code → name; `words` says what a cell is. A click
    gives (row code, column code).
    """
    if rows.empty:
        return nothing(title)
    look = palette()
    down = dict(zip(rows[row_code].tolist(), rows[row].tolist(), strict=True))
    places = {code: place for place, code in enumerate(down)}
    across = {code: place for place, code in enumerate(columns)}
    figure = frame(title, _HEAD + CELL * len(down), legend=True)
    figure.update_layout(bargap=0.08, barmode="overlay", margin_t=_HEAD - 8)
    for code, (sense, mark, name) in looks.items():
        part = rows[rows[state] == code]
        colour = look.of(sense)
        figure.add_bar(
            orientation="h",
            y=[places[each] for each in part[row_code].tolist()],
            base=[across[each] + 0.02 for each in part[column_code].tolist()],
            x=[0.96] * len(part),
            name=f"{mark} {inert(name)}".strip(),
            marker={"color": colour, "line": {"color": look.rule, "width": 1}},
            text=[mark] * len(part),
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": 14, "color": look.on(colour)},
            customdata=[
                [[one, other], inert(told)]
                for one, other, told in zip(
                    part[row_code].tolist(), part[column_code].tolist(), part[words].tolist(), strict=True
                )
            ],
            hovertemplate="%{customdata[1]}<extra></extra>",
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
        tickvals=[place + 0.5 for place in across.values()],
        ticktext=[inert(name) for name in columns.values()],
        tickangle=0,
        tickfont={"color": look.ink, "size": 12},
        range=[0, len(across)],
        side="top",
        showgrid=False,
    )
    return figure
