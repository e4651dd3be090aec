"""The shapes of source rows in full, for who wants to take one away."""

import streamlit as st

from components.inert import inert
from components.shape_words import shape_words
from data.language import _
from data.warehouse.versions import ROW_NUMBER
from queries.audit_models.evidence import EvidenceRows

_MOST = 20


def evidence_shapes(part: EvidenceRows) -> None:
    """Draw a button that opens them; nothing where the rows have none that a cell cannot show."""
    found = [
        (row[ROW_NUMBER], title, row[name])
        for row in part.rows
        for name, title, __ in part.columns
        if shape_words(row.get(name))
    ][:_MOST]
    if not found:
        return
    with st.popover(_("Shapes in full (WKT)"), icon=":material/polyline:"):
        for number, title, text in found:
            st.caption(_("Row {number}: {title}").format(number=f"{number:,}", title=inert(str(title))))
            st.code(text, language=None, wrap_lines=True, height=120 if len(text) > 400 else "content")
