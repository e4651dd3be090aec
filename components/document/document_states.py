"""Which section is behind with its documents: those not finished by state, what is overdue first."""

import streamlit as st

from components.kpi.state_bars import state_bars
from components.session import figure
from data.language import _
from queries.filters import Filters

_KPI = "documents_open"
_ORDER = ("overdue", "due_soon", "in_hand", "to_assign")
_MEANINGS = {"overdue": "breach", "due_soon": "at_risk", "in_hand": "neutral"}
_MOST = 12


def document_states(filters: Filters) -> None:
    """Draw the bars, the section with most overdue documents on top; a click opens the documents."""
    if not figure(_KPI, filters).rows:
        st.success(_("Every document is finished."), icon=":material/check_circle:")
        return
    state_bars(
        _KPI,
        filters,
        by="section",
        state="document_state",
        order=_ORDER,
        meanings=_MEANINGS,
        title=_("Which documents are in hand, and which late?"),
        most=_MOST,
    )
