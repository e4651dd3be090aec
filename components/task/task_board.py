"""The task board: each task above the parts it is broken down to; a click opens the card."""

import pandas as pd
import streamlit as st

from components.figures import show
from components.kpi.ledger_table import draw_rows
from components.session import row_count, rows
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import Page

_KPI = "task_entries"
_MOST = 1000  # a board longer than this is narrowed first
_COLUMNS = [
    "task_code",
    "task_title",
    "section",
    "task_state",
    "parts_completed",
    "part_count",
    "limit_date",
    "days_overdue",
    "progress_percent",
    "region",
    "responsible_person",
]
_OVER = {"completed", "cancelled"}
_STEP = "　└ "


def task_board(filters: Filters) -> None:
    """Draw the board; what is over can be left out."""
    found = row_count(_KPI, filters, "")
    is_open_only = st.toggle(_("Open tasks only"), value=True, key="task_board_open")
    frame = rows(_KPI, filters, Page(limit=_MOST))
    if is_open_only:
        frame = frame[~frame["task_state"].isin(_OVER)]
    if frame.empty:
        st.info(_("No task is open for these filters."), icon=":material/event_available:")
        return
    frame = frame.sort_values(["plan_year", "task_path"], ascending=[False, True], ignore_index=True)
    depth = frame["task_path"].str.count(" › ")
    frame["task_title"] = pd.Series([_STEP * steps for steps in depth]) + frame["task_title"]
    draw_rows(kpis()[_KPI], frame, _COLUMNS, filters)
    if found > _MOST:
        st.caption(
            _("The first {shown} of {found} entries. Choose a year or a section.").format(
                shown=show(_MOST, "count"), found=show(found, "count")
            )
        )
