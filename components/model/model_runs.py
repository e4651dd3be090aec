"""The runs of a model: when, by whom, on which data, what each found; a click opens it."""

from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA
from components.kpi.ledger_table import chosen_row
from components.navigation import RUN_PAGE
from components.session import bureau_now, current_user, engine
from data.codes import label
from data.engine import reading
from data.language import _
from data.local_time import in_china
from queries.audit_models.model_runs import MOST, RunLine
from queries.audit_models.model_runs import model_runs as runs_of


def model_runs(code: str) -> None:
    """Draw them, the newest first."""
    with reading(engine()) as connection:
        found = runs_of(connection, current_user(), code)
    if not found:
        st.info(
            _("The model was not run yet. Choose the data and start a run."), icon=":material/play_circle:"
        )
        return
    frame = pd.DataFrame([_line(each) for each in found]).astype(
        {"hits": "Int64", "new": "Int64", "gone": "Int64", "seconds": "Float64"}
    )
    text, number = st.column_config.TextColumn, st.column_config.NumberColumn
    choice: Any = st.dataframe(
        frame,
        key=f"runs_{code}_{found[0].facts.run_id}",
        hide_index=True,
        placeholder=NO_DATA,
        height="content",
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        column_config={
            "number": number(_("Run"), format="%d", width=60),
            "at": st.column_config.DatetimeColumn(_("Time"), format="YYYY-MM-DD HH:mm", width=140),
            "who": text(_("Who"), width=110),
            "outcome": text(_("Outcome"), width=90),
            "hits": number(_("Hits"), format="localized", width=80),
            "new": number(_("New"), format="localized", width=70),
            "gone": number(_("Gone"), format="localized", width=70),
            "version": number(_("Version of the model"), format="%d", width=90),
            "data": text(_("Data"), width="large"),
            "seconds": number(_("Seconds"), format="%.2f", width=80),
        },
    )
    if len(found) == MOST:
        st.caption(_("The last {count} runs.").format(count=MOST))
    if (chosen := chosen_row(choice)) is not None:
        parts = address(None, bureau_now().as_of, id=str(found[chosen].facts.run_id))
        st.switch_page(RUN_PAGE, query_params=parts)


def _line(each: RunLine) -> dict[str, Any]:
    facts = each.facts
    return {
        "number": facts.run_id,
        "at": in_china(facts.started_at),
        "who": each.person,
        "outcome": label("run_outcome", facts.outcome),
        "hits": facts.row_count,
        "new": facts.new_count,
        "gone": facts.gone_count,
        "version": facts.model_version,
        "data": each.reason or each.data or NO_DATA,
        "seconds": facts.seconds,
    }
