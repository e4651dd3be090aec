"""Rows of horizontal bars as in a ledger: labels left, bars, and the figures in a column on the right."""

import plotly.graph_objects as go

from components.charts.text import fitted, half_widths, inert
from components.palette import palette

ROW = 30  # px; a bar of 19 px and its gap: two lines of label fit
HALF_WIDTH = 7  # px of a digit at 12 px


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
