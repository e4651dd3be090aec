"""What every chart shares: the reader's look, type, margins, and a figure for no rows."""

from typing import Any

import plotly.graph_objects as go

from components.charts.text import inert
from components.palette import Palette, palette
from data.language import _

_TITLE = 34  # px that the title takes


def frame(title: str, height: int, *, unit: str = "", legend: bool = False) -> go.Figure:
    """An empty figure in the reader's look: title and unit above, no zoom, points that can be clicked."""
    look = palette()
    unit_note = _("Unit: {unit}").format(unit=unit) if unit else ""
    layout: dict[str, Any] = {
        "template": {},  # nothing of Plotly's own look
        "height": height,
        "margin": {"l": 4, "r": 20, "t": 72 if legend else 44, "b": 8},
        "title": {
            # Without markup: the title is also the chart's name for those who hear the page.
            "text": inert(title) + (f"　{unit_note}" if unit else ""),
            "font": {"size": 15, "weight": 600},
            "x": 0,
            "xref": "container",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"t": 8, "l": 4},
        },
        "font": {"family": look.font, "size": 13, "color": look.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "xaxis": _axis(look),
        "yaxis": _axis(look),
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": look.panel,
            "bordercolor": look.rule,
            "font": {"family": look.font, "size": 13, "color": look.ink},
            "align": "left",
            "namelength": -1,
        },
        "dragmode": False,
        "clickmode": "event+select",
        "showlegend": legend,
        "legend": {
            "orientation": "h",
            "xref": "container",
            "x": 0,
            "xanchor": "left",
            # From below the title downwards: on a narrow screen it takes more lines, and the plot gives way.
            "yref": "container",
            "y": 1 - _TITLE / height,
            "yanchor": "top",
            "font": {"size": 12},
            "itemclick": False,  # without one part, the totals no longer are what is drawn
            "itemdoubleclick": False,
            "traceorder": "normal",
        },
        "bargap": 0.36,
    }
    return go.Figure(layout=layout)


def _axis(look: Palette) -> dict[str, Any]:
    return {
        "fixedrange": True,  # a drag over a chart is a scroll that went astray, not a wish to zoom
        "zeroline": False,
        "showline": False,
        "gridcolor": look.rule,
        "ticks": "",
        "tickfont": {"size": 12, "color": look.muted},
        "automargin": True,
    }


def nothing(title: str, height: int = 160) -> go.Figure:
    """The figure for no rows: it says so instead of drawing empty axes."""
    figure = frame(title, height)
    figure.update_layout(
        xaxis={"visible": False},
        yaxis={"visible": False},
        annotations=[
            {
                "text": _("No data for this selection"),
                "showarrow": False,
                "x": 0.5,
                "y": 0.5,
                "xref": "paper",
                "yref": "paper",
                "font": {"size": 14, "color": palette().muted},
            }
        ],
    )
    return figure
