"""What a query gave: rows in a grid, how many and in which time, or why there are none."""

import pandas as pd
import streamlit as st

from components.inert import inert
from components.workbench.query_output import query_output
from data.language import _
from queries.workbench.outcome_words import cut_words, outcome_words
from queries.workbench.result import amounts_of, frame
from queries.workbench.running import Run

_ROWS_SHOWN = 2_000  # what a person scrolls through; the rest is in the file that can be asked for
_HEIGHT = 440
_ROW_HEIGHT = 36


def query_result(run: Run) -> None:
    """Draw the outcome of a run that has ended."""
    outcome = run.outcome
    if outcome is None:
        return
    if outcome.file is None:
        words = inert(outcome_words(outcome, run.limits))
        if outcome.outcome == "stopped":
            st.warning(words, title=_("Stopped"), icon=":material/stop_circle:")
        else:
            st.error(words, title=_("The query could not be run"), icon=":material/error:")
        return
    try:
        rows = frame(outcome.file, 0, _ROWS_SHOWN)
    except FileNotFoundError:
        st.info(_("This result is not kept any more. Run the query again."), icon=":material/history:")
        return
    if words := cut_words(outcome):
        st.warning(words, icon=":material/content_cut:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            _("**{rows}** rows · {seconds} seconds").format(
                rows=f"{outcome.rows:,}", seconds=f"{outcome.seconds:.2f}"
            )
        )
        if outcome.rows > _ROWS_SHOWN:
            st.caption(_("The first {count} are shown.").format(count=f"{_ROWS_SHOWN:,}"))
        st.space("stretch")
        if outcome.rows:
            with st.popover(_("Ask to take out"), icon=":material/outbox:"):
                query_output(run, outcome)
    if outcome.rows:
        amounts = {
            name: st.column_config.NumberColumn(format="accounting")
            for name in amounts_of(outcome.file)
            if pd.api.types.is_numeric_dtype(rows[name])
        }
        st.dataframe(
            rows,
            hide_index=True,
            column_config=amounts,
            row_height=_ROW_HEIGHT,
            height=min(_HEIGHT, _ROW_HEIGHT * (len(rows) + 1) + 2),
        )
    else:
        st.info(_("No rows meet the conditions of this query."), icon=":material/filter_alt_off:")
