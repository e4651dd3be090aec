"""A few source rows side by side: a line for each field, a column for each row."""

from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st

from components.figures import NO_DATA
from components.palette import palette
from components.shape_words import shape_words
from data.language import _
from data.warehouse.versions import ROW_NUMBER
from queries.audit_models.evidence import EvidenceRows
from queries.audit_models.said import said

MOST_SIDE_BY_SIDE = 6
_FLAG = "⚑"
_KINDS = {"money": "money", "date": "date", "moment": "moment"}


def evidence_fields(part: EvidenceRows, *, key: str) -> None:
    """Draw the fields that any of the rows fills; those that stand out are first and coloured."""
    shown = [
        (name, title, kind)
        for name, title, kind in sorted(part.columns, key=lambda column: column[0] not in part.marks)
        if name in part.marks or any(row.get(name) not in {None, ""} for row in part.rows)
    ]
    frame = pd.DataFrame(
        {_("Field"): [f"{_FLAG} {title}" if name in part.marks else title for name, title, __ in shown]}
    )
    for place, row in enumerate(part.rows):
        title = _("Row {number}").format(number=f"{row[ROW_NUMBER]:,}")
        heading = title if title not in frame else f"{title} ({place})"
        frame[heading] = [_words(row.get(name), kind) for name, __, kind in shown]
    look = palette()
    marked = [place for place, (name, *__) in enumerate(shown) if name in part.marks]
    style = f"background-color: {look.at_risk}2e; font-weight: 600"
    st.dataframe(
        frame.style.map(lambda __: style, subset=pd.IndexSlice[marked, list(frame.columns)]),
        key=key,
        hide_index=True,
        height="content",
        column_config={_("Field"): st.column_config.TextColumn(pinned=True, width=150)},
    )


def _words(value: Any, kind: str) -> str:
    if value is None or value == "":
        return NO_DATA
    if shape := shape_words(value):
        return shape
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, int) and kind == "whole":
        return f"{value:,}"
    if isinstance(value, Decimal) and kind != "money":
        return f"{value.normalize():,f}"
    return said(value, _KINDS.get(kind, "text"))
