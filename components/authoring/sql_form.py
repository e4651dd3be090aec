"""The SELECT of a model, beside the columns that it may read."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.authoring.working import Working
from components.inert import inert
from data.dataset_types import dataset_types
from data.language import _
from queries.audit_models.drafts.writing import Parts
from queries.audit_models.relations import duck_type
from queries.workbench.reasons import LONGEST_SQL

_HEIGHT, _ROW_HEIGHT = 460, 32


def sql_form(work: Working, header: Mapping[str, Any], parts: Parts) -> str:
    """Draw it; returns the SELECT as it stands."""
    editor, catalogue = st.columns([8, 5], gap="medium")
    with editor:
        sql = st.text_area(
            _("SELECT: one row for each suspect"),
            parts.sql,
            height=_HEIGHT,
            max_chars=LONGEST_SQL,
            key=work.key("sql"),
            help=_("DuckDB's SQL, reading only; thresholds with a dollar sign before their name."),
        )
        bound = "、".join(f"${name}" for name in header.get("params", {}))
        if bound:
            st.caption(_("Thresholds: {names}").format(names=inert(bound)))
    with catalogue:
        _catalogue(work, header.get("requires", {}))
    return str(sql)


def _catalogue(work: Working, requires: Mapping[str, Any]) -> None:
    if not requires:
        st.info(_("Choose the types of datasets first."), icon=":material/database:")
        return
    types = dataset_types()
    name = st.selectbox(
        _("Columns of"),
        list(requires),
        format_func=lambda relation: _named(relation, requires[relation]),
        key=work.key("catalogue"),
    )
    of_type = types.get(str(requires[name].get("type", name)))
    if of_type is None:
        return
    needed = set(requires[name].get("columns", ()))
    frame = pd.DataFrame(
        [
            (column.name, column.title, duck_type(column.type), "✓" if column.name in needed else "")
            for column in of_type.columns
        ],
        columns=[_("Column"), _("Title"), _("Type"), _("Needed")],
    )
    st.dataframe(
        frame,
        hide_index=True,
        row_height=_ROW_HEIGHT,
        height=min(_HEIGHT - 60, _ROW_HEIGHT * (len(frame) + 1) + 2),
    )


def _named(relation: str, spec: Mapping[str, Any]) -> str:
    of_type = dataset_types().get(str(spec.get("type", relation)))
    return f"{of_type.title} ({relation})" if of_type else relation
