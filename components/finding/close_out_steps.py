"""销号: who asked for it, who reviewed, who approved, when, and in which words."""

import pandas as pd
import streamlit as st

from components.inert import inert
from data.codes import label
from data.language import _
from queries.cards.finding_card import FindingCard

STEPS = ("close_requested", "first_review", "second_review", "approved", "closed", "looked_back", "reopened")


def close_out_steps(card: FindingCard) -> None:
    """Draw the steps as a table in a box; nothing where close-out has not begun."""
    lines = [
        {
            _("Step"): label("milestone", row.kind),
            _("Day"): row.fact_date.isoformat(),
            _("By"): inert(row.person or ""),
            _("Number and opinion"): inert(" ".join(filter(None, (row.document_number, row.note)))),
        }
        for row in card.facts.milestones
        if row.kind in STEPS
    ]
    if not lines:
        return
    with st.container(border=True):
        st.subheader(_("Close-out"))
        st.table(pd.DataFrame(lines), border="horizontal", hide_index=True)
