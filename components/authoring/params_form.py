"""The thresholds of a model: what a run may set, within which bounds, and why it is what it is."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.authoring.choices_form import choices_form
from components.authoring.grid import grid
from components.authoring.heading import heading
from components.authoring.working import Working
from data.language import _
from queries.audit_models.drafts.header_rows import param_rows, with_params
from queries.audit_models.model import PARAM_TYPES


def params_form(work: Working, header: Mapping[str, Any]) -> dict[str, Any]:
    """Draw it; returns the header with what was given."""
    heading(_("Thresholds"))
    text = st.column_config.TextColumn
    rows = grid(
        param_rows(header),
        {
            "name": text(_("Name in the SQL"), help=_("The SQL uses it with a dollar sign before it.")),
            "title": text(_("Title")),
            "title_en": text(_("English")),
            "type": st.column_config.SelectboxColumn(_("Type"), options=list(PARAM_TYPES), width="small"),
            "default": text(_("Usual value"), width="small"),
            "least": text(_("At least"), width="small"),
            "most": text(_("At most"), width="small"),
            "unit": text(_("Unit"), width="small"),
            "basis": text(_("Where it comes from"), width="large"),
        },
        key=work.key("params"),
    )
    st.caption(
        _(
            "Types: whole (a whole number), number, money (in yuan; the SQL sees fen), rate (0–1), date"
            " (2026-01-31), text, choice (one of the values below)."
        )
    )
    return choices_form(work, with_params(header, rows))
