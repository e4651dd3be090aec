"""What a task is broken down to: who has which part, how it stands, by when; a click opens its card."""

from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA
from components.kpi.ledger_table import chosen_row
from components.navigation import TASK_PAGE
from components.session import bureau_now
from data.codes import label
from data.language import _
from queries.cards.task_card import TaskCard
from queries.filters import Filters


def task_parts(card: TaskCard, filters: Filters) -> None:
    """Draw the parts that the reader may see; says so where there are others."""
    parts = card.parts
    hidden = (card.standing.part_count or 0) - sum(part.task_state != "cancelled" for part in parts)
    if parts:
        frame = pd.DataFrame(
            {
                _("Section"): [part.section for part in parts],
                _("State of the task"): [label("task_state", part.task_state) for part in parts],
                _("Limit"): [part.due_date.isoformat() if part.due_date else None for part in parts],
                _("Progress (%)"): pd.Series([part.progress_percent for part in parts], dtype="Int64"),
                _("Task"): [part.task_title for part in parts],
                _("Region"): [part.region for part in parts],
                _("Person in charge"): [part.responsible_person for part in parts],
            }
        )
        choice: Any = st.dataframe(
            frame,
            hide_index=True,
            height="content",
            placeholder=NO_DATA,
            on_select="rerun",
            selection_mode=("single-row", "single-cell"),
            key=f"task_parts_{card.standing.task_id}",
        )
        if (chosen := chosen_row(choice)) is not None:
            opened = address(filters, bureau_now().as_of, id=str(parts[chosen].task_id))
            st.switch_page(TASK_PAGE, query_params=opened)
    if hidden > 0:
        st.caption(_("{number} more belong to others.").format(number=hidden))
