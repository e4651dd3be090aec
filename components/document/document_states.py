"""Which section is behind with its documents: those not finished by state, what is overdue first."""

import pandas as pd
import streamlit as st

from components.charts.draw import draw
from components.charts.stacked_bars import stacked_bars
from components.kpi.open_rows import open_rows
from components.session import cells
from data.codes import label
from data.language import _
from queries.filters import Filters

_KPI = "documents_open"
_ORDER = ("overdue", "due_soon", "in_hand", "to_assign")
_MEANINGS = {"overdue": "breach", "due_soon": "at_risk", "in_hand": "neutral"}
_MOST = 12


def document_states(filters: Filters) -> None:
    """Draw the bars, the section with most overdue documents on top; a click opens the documents."""
    found = cells(_KPI, filters, ("section", "document_state"))
    if not found:
        st.success(_("Every document is finished."), icon=":material/check_circle:")
        return
    counts = {(cell.row_code, cell.column_code): cell.figure.rows for cell in found}
    names = {cell.row_code: cell.row_label for cell in found}
    sections = sorted(names, key=lambda code: tuple(-counts.get((code, state), 0) for state in _ORDER))
    frame = pd.DataFrame(
        [
            (code, names[code], state, label("document_state", state), counts.get((code, state), 0))
            for code in sections[:_MOST]
            for state in _ORDER
        ],
        columns=["code", "label", "state", "state_label", "documents"],
    )
    picture = stacked_bars(
        frame,
        label="label",
        series="state_label",
        value="documents",
        code="code",
        series_code="state",
        format="count",
        title=_("Which documents are in hand, and which late?"),
        meanings=_MEANINGS,
    )
    clicked = draw(picture, key="document_states")
    if clicked is not None:
        section, state = clicked
        open_rows(_KPI, filters, ("section", section), ("document_state", state))
