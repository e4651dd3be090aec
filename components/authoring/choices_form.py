"""The values that a threshold of the type choice may have."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.authoring.grid import grid
from components.authoring.heading import heading
from components.authoring.working import Working
from data.language import _
from queries.audit_models.drafts.header_rows import choice_rows, with_choices


def choices_form(work: Working, header: Mapping[str, Any]) -> dict[str, Any]:
    """Draw it where there is such a threshold; returns the header with what was given."""
    names = [name for name, spec in header.get("params", {}).items() if spec.get("type") == "choice"]
    if not names:
        return dict(header)
    heading(_("Values to choose from"))
    text = st.column_config.TextColumn
    rows = grid(
        choice_rows(header),
        {
            "name": st.column_config.SelectboxColumn(_("Name in the SQL"), options=names),
            "code": text(_("Value in the SQL")),
            "title": text(_("Title")),
            "title_en": text(_("English")),
        },
        key=work.key("choices"),
    )
    return with_choices(header, rows)
