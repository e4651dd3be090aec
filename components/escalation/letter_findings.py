"""The findings that a letter lists, with their figures of the day of its decision; a click opens one."""

from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.kpi.ledger_table import as_shown, chosen_row, shown_column
from components.navigation import FINDING_PAGE
from components.session import bureau_now
from data.escalation.letter import LetterSeen
from data.language import _
from queries.filters import Filters

_COLUMNS = ["finding_code", "title", "open_fen", "due_date", "amount_fen", "project"]


def letter_findings(seen: LetterSeen, filters: Filters) -> None:
    """Draw the table."""
    frame = pd.DataFrame([vars(finding) for finding in seen.text.findings])
    for name in ("amount_fen", "open_fen"):
        frame[name] = frame[name].astype("Int64")
    choice: Any = st.dataframe(
        as_shown(frame, _COLUMNS),
        key=f"letter_findings_{seen.letter_id}",
        hide_index=True,
        column_config={name: shown_column(name, frame) for name in _COLUMNS},
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        height="content",
    )
    st.caption(_("Figures of the day of the decision: these stand in the letter. A click opens the finding."))
    if (chosen := chosen_row(choice)) is not None:
        number = str(seen.finding_ids[chosen])
        st.switch_page(FINDING_PAGE, query_params=address(filters, bureau_now().as_of, id=number))
