"""办理步骤: every step, who took it and when, in which words, and the figures of that moment."""

import pandas as pd
import streamlit as st

from components.figures import NO_DATA, show
from components.inert import inert
from data.codes import label
from data.language import _
from queries.cards.finding_card import FindingCard


def close_out_steps(card: FindingCard) -> None:
    """Draw the steps as a table in a box, oldest first; nothing where none was taken."""
    # The limit set by an extension in an imported ledger is told by the history.
    steps = [row for row in card.facts.milestones if row.user_name or row.kind not in {"extended"}]
    if not steps:
        return
    has_figures = any(row.user_name for row in steps)
    lines = []
    for row in steps:
        line = {
            _("Step"): label("milestone", row.kind),
            _("Day"): row.fact_date.isoformat(),
            _("By"): inert(row.person or ""),
            _("Number and opinion"): inert(" ".join(filter(None, (row.document_number, row.note)))),
        }
        if has_figures:
            line |= {
                _("Limit"): str(row.new_due_date or row.due_date or NO_DATA),
                _("Rectified"): show(row.rectified_fen, "fen"),
                _("Still open"): show(row.open_fen, "fen"),
            }
        lines.append(line)
    with st.container(border=True):
        st.subheader(_("Steps"))
        st.table(pd.DataFrame(lines), border="horizontal", hide_index=True)
