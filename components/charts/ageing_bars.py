"""Ageing: how long the open ones have been open, youngest class on top."""

import pandas as pd
import plotly.graph_objects as go

from components.charts.bars import bars

# Not yet due is neutral; what has just fallen due can still be brought home; older is a breach.
JUST_DUE_CLASSES = 2


def ageing_bars(
    rows: pd.DataFrame,
    *,
    label: str,
    value: str,
    code: str,
    format: str,  # noqa: A002
    title: str,
    is_overdue: str,
) -> go.Figure:
    """One bar per class of age, in the order given; `is_overdue` names the column that says which are late.

    The first two overdue classes are drawn as at risk, later ones as a breach. A click gives the `code`.
    """
    late = rows[is_overdue].astype(bool)
    rank = late.cumsum()
    meanings = ["neutral" if n == 0 else "at_risk" if n <= JUST_DUE_CLASSES else "breach" for n in rank]
    return bars(
        rows.assign(_meaning=meanings),
        label=label,
        value=value,
        code=code,
        format=format,
        title=title,
        meaning="_meaning",
    )
