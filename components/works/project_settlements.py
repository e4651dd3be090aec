"""The settlements of one investment project, as the table of public works has them."""

from datetime import date

import streamlit as st

from components.kpi.ledger_table import as_shown, shown_column
from components.session import rows
from data.language import _
from queries.filters import Filters
from queries.rows import Page

_COLUMNS = (
    *("settlement_code", "contract_section", "settlement_step", "submitted_fen"),
    *("settlement_fen", "cut_fen", "cut_rate", "fence_state"),
)


def project_settlements(investment_id: int, as_of: date) -> None:
    """Draw them, where there are any; all settlements are on the page of public works."""
    frame = rows("settlements", Filters(as_of=as_of), Page())
    frame = frame[frame["investment_id"] == investment_id]
    if frame.empty:
        return
    st.subheader(_("Settlements"))
    st.dataframe(
        as_shown(frame, list(_COLUMNS)),
        hide_index=True,
        column_config={name: shown_column(name, frame) for name in _COLUMNS},
        height="content",
    )
