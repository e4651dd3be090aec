"""依据: the provisions that a model rests on."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.authoring.grid import grid
from components.authoring.heading import heading
from components.authoring.working import Working
from data.language import _
from queries.audit_models.drafts.header_rows import basis_rows, with_basis

_EMPTY = {"law": None, "article": None, "says": None, "is_checked": False}


def basis_form(work: Working, header: Mapping[str, Any]) -> dict[str, Any]:
    """Draw it; returns the header with what was given."""
    heading(_("Basis in law"))
    rows = grid(
        basis_rows(header) or [_EMPTY],
        {
            "law": st.column_config.TextColumn(_("Law or standard"), width="large"),
            "article": st.column_config.TextColumn(_("Article")),
            "says": st.column_config.TextColumn(_("What it says"), width="large"),
            "is_checked": st.column_config.CheckboxColumn(
                _("Text checked"),
                help=_("Tick it only after comparing with the text of the law; until then it is marked so."),
            ),
        },
        key=work.key("basis"),
    )
    return with_basis(header, rows)
