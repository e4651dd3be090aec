"""How things stood from time to time: rows × columns, each cell with the colour and the mark of its state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.grid import CELL, LABEL, draw_cells, name_sides
from components.charts.text import inert
from components.palette import palette

_HEAD = 100  # px above the cells: title, legend, names of the columns


@dataclass(frozen=True)
class GridCell:
    """One cell: the codes of its row, column and state, and what it is in words."""

    row: str
    column: str
    state: str
    words: str


def state_grid(
    cells: Sequence[GridCell],
    *,
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    looks: Mapping[str, tuple[str, str, str]],
    title: str,
    quiet: str = "",
    widest: int = LABEL,
    named_every: int = 1,
) -> go.Figure:
    """The cells; where a row and a column have none, paper is left.

    `rows` and `columns` are all of them, code → name; `looks` gives (meaning of the colour, mark inside, name
    in the legend) for each state, in the order of the legend. Cells of the state `quiet` have their colour in
    the mark only. Names of rows are as wide as `widest` half-widths, of `named_every` columns one is named. A
    click gives (row code, column code).
    """
    if not cells:
        return nothing(title)
    look = palette()
    down, across = list(rows), list(columns)
    figure = frame(title, _HEAD + CELL * len(down), legend=True)
    figure.update_layout(margin_t=_HEAD - 8)
    for state, (meaning, mark, name) in looks.items():
        drawn = [cell for cell in cells if cell.state == state]
        if not drawn:
            continue
        colour = look.panel if state == quiet else look.of(meaning)
        ink = look.of(meaning) if state == quiet else look.on(colour)
        draw_cells(
            figure,
            [(down.index(cell.row), across.index(cell.column)) for cell in drawn],
            [mark] * len(drawn),
            [[[cell.row, cell.column], rows[cell.row], columns[cell.column], cell.words] for cell in drawn],
            colours=[colour] * len(drawn),
            inks=[ink] * len(drawn),
            size=14,
            name=f"{mark} {inert(name)}".strip(),
        )
    name_sides(
        figure,
        list(rows.values()),
        [inert(name) for name in columns.values()],
        widest=widest,
        every=named_every,
    )
    return figure
