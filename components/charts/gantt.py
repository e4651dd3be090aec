"""Progress: the planned span of each project as an outline, the stages reached as bars, and today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.months import month_axis
from components.charts.rows import ledger_rows, rows_height
from components.charts.text import inert
from components.palette import Palette, palette
from data.language import _

_OUTLINE, _BAR, _STROKE = 0.78, 0.46, 0.12  # of the height of a row
_MILLISECONDS = 86_400_000
_MONTHS_NAMED = 5  # as many as fit side by side on a telephone, beside names and figures
_SHADES = (3, 7, 5, 1)  # of the scale: preparation, on site, reporting, what follows


@dataclass(frozen=True)
class GanttBar:
    """A part of a row from `first` to `last`; `phase` gives its colour, `words` what it is."""

    first: date
    last: date
    phase: str
    words: str


@dataclass(frozen=True)
class GanttRow:
    """One project: `label` beside its line, `name` when pointed at; `planned` spans its outline, if any.

    `late_since` is the date that it is past.
    """

    code: str
    label: str
    name: str
    planned: tuple[date, date] | None
    bars: tuple[GanttBar, ...]
    late_since: date | None
    note: str


@dataclass(frozen=True)
class _Span:
    """What is drawn of a row: from `first` to `last` at the height `place`."""

    place: float
    row: GanttRow
    first: date
    last: date
    words: str


def gantt(
    rows: Sequence[GanttRow], *, as_of: date, phases: dict[str, str], title: str, late: str
) -> go.Figure:
    """One row per project in the order given. `phases` names the phases of the bars, in their order.

    `late` is what the stroke from a missed date to the day asked for is called. A click gives a row's `code`.
    """
    if not rows:
        return nothing(title)
    look = palette()
    figure = frame(title, 150 + rows_height(row.label for row in rows), legend=True)
    planned = [
        _Span(
            place,
            row,
            *row.planned,
            _("Planned {first} – {last}").format(first=row.planned[0], last=row.planned[1]),
        )
        for place, row in enumerate(rows)
        if row.planned
    ]
    outline = {"color": "rgba(0,0,0,0)", "line": {"color": look.no_data, "width": 1.2}}
    _spans(figure, planned, _("Planned"), _OUTLINE, outline)
    for shade, (phase, name) in zip(_SHADES, phases.items(), strict=False):
        reached = [
            _Span(place, row, bar.first, bar.last, bar.words)
            for place, row in enumerate(rows)
            for bar in row.bars
            if bar.phase == phase
        ]
        _spans(
            figure,
            reached,
            name,
            _BAR,
            {"color": look.scale[shade], "line": {"color": look.paper, "width": 1}},
        )
    missed = [
        _Span(place + _BAR / 2 + _STROKE, row, row.late_since, as_of, row.note)
        for place, row in enumerate(rows)
        if row.late_since
    ]
    if missed:
        _spans(figure, missed, late, _STROKE, {"color": look.breach})
    first, last = _span(rows, as_of)
    months = [first.replace(day=1)]
    while months[-1] <= last:
        months.append((months[-1] + timedelta(days=32)).replace(day=1))
    step = -(-len(months) // _MONTHS_NAMED)
    axis = month_axis([pd.Timestamp(month) for month in months[::step]])
    axis |= {"showgrid": True, "tickfont": {"size": 11, "color": look.muted}}
    axis |= {"range": [months[0].isoformat(), (last + timedelta(days=4)).isoformat()]}
    figure.update_xaxes(type="date", **axis)
    notes = [look.breach if row.late_since else look.muted for row in rows]
    ledger_rows(figure, [row.label for row in rows], [row.note for row in rows], notes)
    _today(figure, as_of, look)
    figure.update_layout(barmode="overlay", bargap=0)
    return figure


def _spans(figure: go.Figure, spans: list[_Span], name: str, width: float, marker: dict[str, Any]) -> None:
    figure.add_bar(
        orientation="h",
        name=inert(name),
        y=[span.place for span in spans],
        base=[span.first.isoformat() for span in spans],
        x=[
            ((span.last - span.first).days + 1) * _MILLISECONDS for span in spans
        ],  # the last day is drawn too
        width=width,
        marker=marker,
        customdata=[[span.row.code, inert(span.row.name), inert(span.words)] for span in spans],
        hovertemplate="%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
    )


def _today(figure: go.Figure, as_of: date, look: Palette) -> None:
    figure.add_shape(
        type="line",
        x0=as_of.isoformat(),
        x1=as_of.isoformat(),
        yref="paper",
        y0=0,
        y1=1,
        line={"color": look.ink, "width": 1.5, "dash": "dash"},
    )


def _span(rows: Sequence[GanttRow], as_of: date) -> tuple[date, date]:
    days = [as_of]
    for row in rows:
        days += [*(row.planned or ()), *(bar.first for bar in row.bars), *(bar.last for bar in row.bars)]
    return min(days), max(days)
