"""督办文书 as a list: to number and send, late or awaited answers; a line opens its letter."""

from dataclasses import replace
from typing import Any

import streamlit as st

from components.address import address
from components.address_choice import address_choice
from components.figures import NO_DATA, show
from components.kpi.ledger_table import as_shown, chosen_row, shown_column
from components.navigation import LETTER_PAGE
from components.session import bureau_now, groups, row_count, rows, version
from data.codes import LETTER_STATE, label
from data.language import _
from queries.filters import Filters
from queries.rows import Page

_KPI = "escalation_letters"
_COLUMNS = [
    "letter_state",
    "days_unanswered",
    "escalation_step",
    "addressee",
    "unit",
    "finding_count",
    "open_fen",
    "document_number",
    "letter_decided_date",
    "letter_sent_date",
    "reply_due_date",
    "reply_date",
]
_MOST = 200
_SEEN, _HEIGHT = 12, 460


def letter_list(filters: Filters) -> None:
    """Draw the part that is chosen, what waits longest first."""
    counts = {str(group.code): int(group.figure.rows) for group in groups(_KPI, filters, "letter_state")}
    if not counts:
        st.info(
            _("No letter was decided here yet: a letter follows when a proposed rung is approved."),
            icon=":material/mail:",
        )
        return
    parts = [state for state in LETTER_STATE if counts.get(state)]
    part = address_choice(
        _("Letters"),
        {state: f"{label('letter_state', state)} {show(counts[state], 'count')}" for state in parts},
        "letters",
        key="letter_part",
        look="bare segments",
    )
    narrowed = replace(filters, drill=(*filters.drill, ("letter_state", part)))
    frame = rows(_KPI, narrowed, Page(order_by="days_unanswered", is_descending=True, limit=_MOST))
    choice: Any = st.dataframe(
        as_shown(frame, _COLUMNS),
        key=f"letters_{part}_{len(frame)}_{version()}",
        hide_index=True,
        placeholder=NO_DATA,
        column_config={name: shown_column(name, frame) for name in _COLUMNS},
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        height="content" if len(frame) <= _SEEN else _HEIGHT,
    )
    found = row_count(_KPI, narrowed, "")
    if found > len(frame):
        st.caption(
            _("The {shown} waiting longest, of {found}.").format(
                shown=show(len(frame), "count"), found=show(found, "count")
            )
        )
    if (chosen := chosen_row(choice)) is not None:
        number = str(int(frame["escalation_letter_id"].iloc[chosen]))
        st.switch_page(LETTER_PAGE, query_params=address(filters, bureau_now().as_of, id=number, kpi=_KPI))
