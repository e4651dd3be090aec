"""The reader's own runs, newest first; a chosen one goes back into the editor."""

import pandas as pd
import streamlit as st

from components.inert import inert
from components.session import current_user, engine
from components.workbench.query_table import query_table
from components.workbench.query_text import replace
from data.codes import label
from data.engine import reading
from data.language import _
from data.local_time import in_china
from queries.workbench.history import own_runs


def query_history() -> None:
    """Draw the table; nobody sees another person's runs here."""
    with reading(engine()) as connection:
        runs = own_runs(connection, current_user())
    if not runs:
        st.caption(_("You have not run a query yet."))
        return
    frame = pd.DataFrame(
        [
            (
                in_china(run.ran_at),
                label("query_outcome", run.outcome),
                run.row_count,
                run.seconds,
                " ".join(run.sql.split()),
            )
            for run in runs
        ],
        columns=["time", "outcome", "rows", "seconds", "sql"],
    ).astype({"rows": "Int64", "seconds": "Float64"})
    place = query_table(
        frame,
        {
            "time": st.column_config.DatetimeColumn(_("Time"), format="YYYY-MM-DD HH:mm:ss", width=160),
            "outcome": st.column_config.TextColumn(_("Outcome"), width=80),
            "rows": st.column_config.NumberColumn(_("Number of rows"), format="localized", width=90),
            "seconds": st.column_config.NumberColumn(_("Seconds"), format="%.2f", width=80),
            "sql": st.column_config.TextColumn(_("Query"), width="large"),
        },
        key=f"query_history_{runs[0].query_run_id}",
    )
    if place is None:
        return
    run = runs[place]
    st.code(run.sql, language="sql")
    if run.message:
        st.caption(inert(run.message))
    st.button(
        _("Put into the editor"),
        icon=":material/edit:",
        on_click=replace,
        args=(run.sql,),
        key="run_to_editor",
    )
