"""Which section is behind: its tasks by state as stacked bars, what is overdue first; each opens its rows."""

import pandas as pd
import streamlit as st

from components.charts.draw import draw
from components.charts.stacked_bars import stacked_bars
from components.kpi.open_rows import open_rows
from components.session import cells
from data.codes import label
from data.language import _
from queries.filters import Filters

_KPI = "tasks"
# From left to right: what is late lines up at the axis and can be compared across the bars.
_ORDER = ("overdue", "due_soon", "in_progress", "not_started", "completed")
_MEANINGS = {"overdue": "breach", "due_soon": "at_risk", "in_progress": "neutral", "completed": "meets"}


def task_states(filters: Filters) -> None:
    """Draw the bars, the section with most overdue tasks on top."""
    found = cells(_KPI, filters, ("section", "task_state"))
    counts = {(cell.row_code, cell.column_code): cell.figure.rows for cell in found}
    names = {cell.row_code: cell.row_label for cell in found}
    sections = sorted(
        names, key=lambda code: tuple(-counts.get((code, state), 0) for state in ("overdue", "due_soon"))
    )
    frame = pd.DataFrame(
        [
            (code, names[code], state, label("task_state", state), counts.get((code, state), 0))
            for code in sections
            for state in _ORDER
        ],
        columns=["code", "label", "state", "state_label", "tasks"],
    )
    figure = stacked_bars(
        frame,
        label="label",
        series="state_label",
        value="tasks",
        code="code",
        series_code="state",
        format="count",
        title=_("Which section is behind with its tasks?"),
        meanings=_MEANINGS,
    )
    clicked = draw(figure, key="task_states")
    st.caption(
        _("Broken-down tasks count as their parts; cancelled ones are not drawn. Most overdue on top.")
    )
    if clicked is not None:
        section, state = clicked
        open_rows(_KPI, filters, ("section", section), ("task_state", state))
