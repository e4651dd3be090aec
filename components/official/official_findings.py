"""What the audits of an official found, the open ones first; a click on a row opens the finding."""

from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA
from components.kpi.ledger_table import as_shown, chosen_row, shown_column
from components.navigation import CARDS
from components.session import bureau_now
from data.language import _
from queries.cards.official_card import OfficialCard
from queries.filters import Filters

_COLUMNS = ("finding_code", "title", "state", "amount_fen", "open_fen", "due_date", "unit", "project")


def official_findings(card: OfficialCard, filters: Filters) -> None:
    """Draw the table; nothing found is said to be nothing found."""
    st.subheader(
        _("Findings of these audits: {all}, open: {open}").format(
            all=len(card.findings), open=sum(finding.is_open for finding in card.findings)
        )
    )
    if not card.findings:
        st.caption(_("No findings are on record."))
        return
    frame = pd.DataFrame([{name: getattr(found, name) for name in _COLUMNS} for found in card.findings])
    for name in ("amount_fen", "open_fen"):
        frame[name] = frame[name].astype("Int64")
    choice: Any = st.dataframe(
        as_shown(frame, list(_COLUMNS)),
        key=f"findings_of_{card.official_id}",
        hide_index=True,
        placeholder=NO_DATA,
        column_config={name: shown_column(name, frame) for name in _COLUMNS},
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
    )
    if (chosen := chosen_row(choice)) is not None:
        finding = card.findings[chosen]
        st.switch_page(
            CARDS["finding"],
            query_params=address(filters, bureau_now().as_of, id=str(finding.finding_id)),
        )
