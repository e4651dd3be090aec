"""Rows and columns of cells: what heat maps and grids of states are drawn with."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from components.charts.text import fitted, inert
from components.palette import palette

CELL = 34  # px; a figure and air around it
LABEL = 16  # half-widths of a name: the columns need the room on a telephone
_WIDE, _HIGH = 0.97, 0.93  # of a column and of a row; the rest is air


def draw_cells(
    figure: go.Figure,
    places: Sequence[tuple[int, int]],
    texts: Sequence[str],
    points: Sequence[Sequence[Any]],
    *,
    colours: Sequence[str],
    inks: Sequence[str],
    size: int,
    name: str = "",
) -> None:
    """Add the cells at `places` (row, column), from 0 at the top left, with `texts` in them.

    Each of `points` is a code and three lines to read: the row, the column, and what the cell is. Drawn as
    bars of equal length: Plotly's own heat map cannot be selected by a click.
    """
    figure.add_bar(
        orientation="h",
        y=[row for row, __ in places],
        base=[column + (1 - _WIDE) / 2 for __, column in places],
        x=[_WIDE] * len(places),
        width=_HIGH,
        name=name,
        marker={"color": list(colours), "line": {"color": palette().rule, "width": 1}},
        text=list(texts),
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": size, "color": list(inks)},
        customdata=[[code, *(inert(line) for line in lines)] for code, *lines in points],
        hovertemplate="%{customdata[1]}<br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>",
    )


def name_sides(
    figure: go.Figure, down: Sequence[str], across: Sequence[str], *, widest: int = LABEL, every: int = 1
) -> None:
    """Write the names of the rows beside and those of the columns above the cells.

    Names of rows have two lines of `widest` half-widths; those of columns come as they are to be drawn. Of
    `every` columns one is named, the last among them.
    """
    look = palette()
    named = range((len(across) - 1) % every, len(across), every)
    figure.update_layout(barmode="overlay")
    figure.update_yaxes(
        tickvals=list(range(len(down))),
        ticktext=[fitted(name, widest) for name in down],
        range=[len(down) - 0.5, -0.5],
        showgrid=False,
        tickfont={"size": 12, "color": look.ink},  # two lines are nearer to each other than to the next row
        ticklabelstandoff=6,
    )
    figure.update_xaxes(
        tickvals=[place + 0.5 for place in named],
        ticktext=[across[place] for place in named],
        tickangle=0,
        tickfont={"size": 11, "color": look.ink},
        range=[0, len(across)],
        side="top",
        showgrid=False,
    )
