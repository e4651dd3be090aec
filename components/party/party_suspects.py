"""The suspects that touch a party, as far as the reader may see them."""

from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA, show
from components.kpi.ledger_table import chosen_row
from components.navigation import SUSPECT_PAGE
from components.session import bureau_now
from data.codes import label
from data.language import _
from queries.cards.suspect_card import SuspectStanding
from queries.cell_words import cell_words


def party_suspects(found: list[SuspectStanding]) -> None:
    """Draw them; a click opens one."""
    if not found:
        st.caption(_("It appears in no suspect that you may see."))
        return
    frame = pd.DataFrame(
        [
            {
                "number": each.suspect_id,
                "model": f"{each.model_code} {cell_words('audit_model', each.model)}",
                "summary": each.summary,
                "state": label("suspect_state", each.suspect_state),
                "amount": show(each.suspect_fen, "fen"),
                "day": each.flagged_date,
                "to": each.issued_to or NO_DATA,
            }
            for each in found
        ]
    )
    text = st.column_config.TextColumn
    choice: Any = st.dataframe(
        frame,
        key="party_suspects",
        hide_index=True,
        height="content",
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        column_config={
            "number": st.column_config.NumberColumn(_("Number"), format="%d", width=60),
            "model": text(_("Audit model"), width=180),
            "summary": text(_("Why it was flagged"), width=380),
            "state": text(_("How it stands"), width=90),
            "amount": text(_("Amount"), width=110),
            "day": st.column_config.DateColumn(_("Flagged on"), format="YYYY-MM-DD", width=100),
            "to": text(_("Issued to"), width=120),
        },
    )
    if (chosen := chosen_row(choice)) is not None:
        parts = address(None, bureau_now().as_of, id=str(found[chosen].suspect_id))
        st.switch_page(SUSPECT_PAGE, query_params=parts)
