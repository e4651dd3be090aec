"""Rows of horizontal bars as in a ledger: labels left, bars, and the figures in a column on the right."""

from collections.abc import Iterable

import plotly.graph_objects as go

from components.charts.text import fitted, half_widths, inert
from components.palette import palette

_ROW, _TALL_ROW = 30, 38  # px; a bar and its gap, and where names of two lines have to stand apart
HALF_WIDTH = 7  # px of a digit at 12 px


def rows_height(labels: Iterable[object]) -> int:
    """How high rows with these labels are drawn, in px."""
    names = [fitted(label) for label in labels]
    return len(names) * (_TALL_ROW if any("<br>" in name for name in names) else _ROW)


def ledger_rows(
    figure: go.Figure, labels: list[object], figures: list[str], colours: list[str] | None = None
) -> None:
    """Write labels and figures of bars drawn at 0, 1, 2 …, the first on top, joined by dotted rules.

    `figures` stand right-aligned outside the plot: they line up, and no bar or mark runs through them.
    """
    look = palette()
    count = len(labels)
    column = HALF_WIDTH * max((half_widths(text) for text in figures), default=0) + 14
    figure.update_yaxes(
        tickvals=list(range(count)),
        ticktext=[fitted(label) for label in labels],
        range=[count - 0.5, -0.5],
        griddash="dot",
        tickfont={"size": 13, "color": look.ink},
        ticklabelstandoff=6,
    )
    figure.update_layout(
        margin={"r": column},
        annotations=[
            *figure.layout.annotations,
            *(
                {
                    "text": inert(text),
                    "x": 1,
                    "xref": "paper",
                    "xanchor": "right",
                    "xshift": column - 4,
                    "y": index,
                    "showarrow": False,
                    "font": {"size": 12, "color": colours[index] if colours else look.ink},
                }
                for index, text in enumerate(figures)
            ),
        ],
    )
