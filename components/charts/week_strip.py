"""Weeks side by side, one line a thing: how each week looked, with a sign beside the colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.text import fitted, inert
from components.palette import palette

_ROW = 36  # px; two lines of a name
_CELL = 0.92  # of a row and of a column
_EVERY = 3  # weeks from one that is named to the next
_NAME = 18  # half-widths: the weeks need the room on a telephone


@dataclass(frozen=True)
class StripCell:
    """One week of one line: `meaning` is one of the palette, `sign` stands in it, `words` say it."""

    line: str
    name: str
    week: date
    meaning: str
    sign: str
    words: str


def week_strip(cells: Sequence[StripCell], *, legend: dict[str, str], title: str) -> go.Figure:
    """One cell a week, in the order of the lines' first appearance; weeks by their Monday, left to right.

    `legend` names each meaning; one that is not named there is not drawn. A click gives the line.
    """
    if not cells:
        return nothing(title)
    look = palette()
    lines = list(dict.fromkeys(cell.line for cell in cells))
    names = {cell.line: cell.name for cell in cells}
    weeks = sorted({cell.week for cell in cells})
    named = list(range((len(weeks) - 1) % _EVERY, len(weeks), _EVERY))
    figure = frame(title, 112 + _ROW * len(lines), legend=True)
    for meaning, name in legend.items():
        drawn = [cell for cell in cells if cell.meaning == meaning]
        # What is as it should be stays quiet: of a hundred weeks only those that are not are to be seen.
        is_quiet = meaning == "meets"
        colour = look.panel if is_quiet else look.of(meaning)
        figure.add_bar(
            orientation="h",
            y=[lines.index(cell.line) for cell in drawn],
            base=[weeks.index(cell.week) - _CELL / 2 for cell in drawn],
            x=[_CELL] * len(drawn),
            width=_CELL,
            name=inert(name),
            text=[cell.sign for cell in drawn],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": 13, "color": look.of(meaning) if is_quiet else look.on(colour)},
            marker={"color": colour, "line": {"color": look.rule, "width": 1}},
            customdata=[
                [cell.line, inert(cell.name), cell.week.isoformat(), inert(cell.words)] for cell in drawn
            ],
            hovertemplate="%{customdata[1]}<br>%{customdata[2]}<br>%{customdata[3]}<extra></extra>",
        )
    figure.update_layout(barmode="overlay", margin={"t": 96})
    figure.update_yaxes(
        tickvals=list(range(len(lines))),
        ticktext=[fitted(names[line], _NAME) for line in lines],
        range=[len(lines) - 0.5, -0.5],
        showgrid=False,
        tickfont={"size": 12, "color": look.ink},
        ticklabelstandoff=6,
    )
    figure.update_xaxes(
        # Every third, so that they stand apart on a telephone; the newest is among them.
        tickvals=named,
        ticktext=[f"{weeks[place]:%m-%d}" for place in named],
        tickangle=0,
        range=[-0.55, len(weeks) - 0.45],
        side="top",
        showgrid=False,
        tickfont={"size": 11, "color": look.ink},
    )
    return figure
