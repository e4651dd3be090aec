"""The library as a list that can be put in any order: what was run, what it found, what proved true."""

from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA
from components.kpi.ledger_table import chosen_row
from components.model.model_words import code_words, owner_words
from components.navigation import MODEL_PAGE
from components.session import bureau_now, groups
from data.codes import label
from data.language import _
from data.local_time import in_china
from queries.audit_models.library import Shelved
from queries.catalog import kpis
from queries.filters import Filters

# What was found and what proved true is in sight without scrolling.
_ORDER = (
    "favourite",
    "code",
    "title",
    "severity",
    "last",
    "hits",
    "suspects",
    "rate",
    "data",
    "sector",
    "method",
    "version",
    "owner",
)


def library_list(models: tuple[Shelved, ...]) -> None:
    """Draw it; a click on a line opens the model."""
    as_of = bureau_now().as_of
    suspects, rates = (
        {group.code: group.figure.value for group in groups(name, Filters(as_of=as_of), "audit_model")}
        for name in ("suspects", "suspect_confirmation_rate")
    )
    frame = pd.DataFrame(
        [
            {
                "favourite": "★" if each.is_favourite else "",
                "code": code_words(each),
                "title": str(each.model.title),
                "sector": label("model_sector", each.model.sector),
                "method": label("model_method", each.model.method),
                "severity": label("severity", each.model.severity),
                "data": _("Runs on the data you have") if not each.missing else " ".join(each.missing),
                "last": in_china(each.last_run.started_at).date() if each.last_run else None,
                "hits": each.last_run.row_count if each.last_run else None,
                "suspects": suspects.get(each.model.code),
                "rate": _percent(rates.get(each.model.code)),
                "version": each.model.version,
                "owner": owner_words(each),
            }
            for each in models
        ]
    ).astype({"hits": "Int64", "rate": "Float64"})
    text, number = st.column_config.TextColumn, st.column_config.NumberColumn
    choice: Any = st.dataframe(
        frame,
        key="library_list",
        hide_index=True,
        placeholder=NO_DATA,
        height="content",
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        column_order=_ORDER,
        column_config={
            "favourite": text("★", help=_("Favourites"), width=36),
            "code": text(_("Code"), pinned=True, width=110),
            "title": text(_("Audit model"), pinned=True, width=210),
            "sector": text(_("Sector"), width=120),
            "method": text(_("Method"), width=120),
            "severity": text(_("Severity"), width=70),
            "data": text(_("Data"), width=200),
            "last": st.column_config.DateColumn(_("Last run"), format="YYYY-MM-DD", width=100),
            "hits": number(_("Hits"), format="localized", width=70),
            "suspects": number(_("Suspects"), format="localized", width=70),
            "rate": st.column_config.ProgressColumn(
                str(kpis()["suspect_confirmation_rate"].title),
                help=str(kpis()["suspect_confirmation_rate"].definition),
                format="%.2f%%",
                min_value=0,
                max_value=100,
                width=130,
            ),
            "version": number(_("Version"), format="%d", width=60),
            "owner": text(_("Model owner"), width=110),
        },
    )
    if (chosen := chosen_row(choice)) is not None:
        parts = address(None, as_of, id=models[chosen].model.code)
        st.switch_page(MODEL_PAGE, query_params=parts)


def _percent(rate: Any) -> float | None:
    return None if rate is None or pd.isna(rate) else float(rate) * 100
