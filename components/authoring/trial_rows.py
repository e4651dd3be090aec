"""The rows of a trial as a grid, with the titles of the header."""

import pandas as pd
import pyarrow.parquet as pq
import streamlit as st

from components.run.hit_frame import hit_cell, hit_column
from data.language import _
from queries.audit_models.drafts.sampling import MOST_ROWS
from queries.audit_models.model import AuditModel, ResultColumn
from queries.sql_file import Words
from queries.workbench.running import Outcome

_ROW_HEIGHT, _HEIGHT = 36, 420


def trial_rows(model: AuditModel, outcome: Outcome) -> None:
    """Draw them; columns that the header does not name are told."""
    try:
        table = pq.read_table(outcome.file)
    except FileNotFoundError:
        st.info(_("This result is not kept any more. Try the text again."), icon=":material/history:")
        return
    names = table.column_names
    columns = {
        name: model.columns.get(name) or ResultColumn(name, "text", Words(name, name)) for name in names
    }
    rows = table.to_pylist()
    told = _("**{rows}** rows · {seconds} seconds").format(
        rows=f"{len(rows):,}", seconds=f"{outcome.seconds:.2f}"
    )
    if len(rows) >= MOST_ROWS:
        told += " · " + _("the first {count}").format(count=f"{MOST_ROWS:,}")
    st.markdown(told)
    if lost := [name for name in model.columns if name not in names]:
        st.warning(_("The SQL gives no column {name}.").format(name=lost[0]), icon=":material/view_column:")
    if odd := [name for name in names if name not in model.columns]:
        st.warning(
            _("The header does not name the column {name}.").format(name=odd[0]),
            icon=":material/view_column:",
        )
    if not rows:
        st.info(_("No row is flagged on this data."), icon=":material/filter_alt_off:")
        return
    frame = pd.DataFrame(
        [[hit_cell(column, row[name]) for name, column in columns.items()] for row in rows],
        columns=names,
        dtype=object,
    ).convert_dtypes()
    st.dataframe(
        frame,
        hide_index=True,
        column_config={name: hit_column(column, frame[name]) for name, column in columns.items()},
        row_height=_ROW_HEIGHT,
        height=min(_HEIGHT, _ROW_HEIGHT * (len(frame) + 1) + 2),
    )
