"""Comparison: horizontal bars in the order given."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.frame import frame, nothing
from components.charts.lengths import lengths
from components.charts.rows import ledger_rows, rows_height
from components.charts.target_mark import target_mark
from components.charts.text import inert
from components.kpi.target_state import SIGNS, state_word, target_state
from components.palette import palette


def bars(
    rows: pd.DataFrame,
    *,
    label: str,
    value: str,
    code: str,
    format: str,  # noqa: A002
    title: str,
    target: float | None = None,
    comparison: str = "at_least",
    meaning: str | None = None,
    limit: str | None = None,
) -> go.Figure:
    """One bar per row. With a target: a dashed mark, and each bar in the colour and sign of its state.

    `comparison` is that of `target_state`. `meaning` names a column that gives
    the colour instead, where the label says why: "meets", "at_risk", "breach", "no_data" or "neutral".
    `limit` names a column with a limit of each row's own, drawn as an upright mark. A click gives the row's
    `code`.
    """
    if rows.empty:
        return nothing(title)
    look = palette()
    values, labels = rows[value].tolist(), rows[label].tolist()
    limits = rows[limit].tolist() if limit else []
    scale = lengths([*values, target, *limits], format)
    states = [target_state(item, target, comparison) for item in values]
    meanings = rows[meaning].tolist() if meaning else states
    figures = [
        state_word(state) if state == "no_data" else f"{SIGNS[sense]} {scale.show(item)}".lstrip()
        for item, state, sense in zip(values, states, meanings, strict=True)
    ]
    figure = frame(title, (98 if target is not None else 80) + rows_height(labels), unit=scale.unit_name())
    figure.add_bar(
        orientation="h",
        y=list(range(len(rows))),
        x=[scale.of(item) or 0 for item in values],
        marker={"color": [look.of(item) for item in meanings]},
        customdata=[
            [key, inert(name), shown, "" if state == "no_data" else state_word(state)]
            for key, name, shown, state in zip(rows[code].tolist(), labels, figures, states, strict=True)
        ],
        hovertemplate="%{customdata[1]}<br>%{customdata[2]}  %{customdata[3]}<extra></extra>",
    )
    figure.update_xaxes(**scale.axis())
    if target is not None:
        figure.update_layout(margin={"t": 62})
        target_mark(figure, scale.of(target) or 0, scale.show(target), upright=True)
    for place, item in enumerate(limits):
        if item is not None:
            line = {"color": look.breach, "width": 2, "dash": "dot"}
            ends = {"x0": scale.of(item), "x1": scale.of(item), "y0": place - 0.4, "y1": place + 0.4}
            figure.add_shape(type="line", line=line, **ends)
    faint = [look.muted if state == "no_data" else look.ink for state in states]
    ledger_rows(figure, labels, figures, faint)
    return figure
