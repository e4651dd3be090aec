"""督办升级: who stands where on the ladder, what is proposed, which letters wait, and who owes an answer."""

import streamlit as st

from components.escalation.escalation_rules import escalation_rules
from components.escalation.ladder_picture import ladder_picture
from components.escalation.letter_list import letter_list
from components.escalation.letter_templates import letter_templates
from components.escalation.proposal_list import proposal_list
from components.kpi.action_lines import action_lines
from components.kpi.filter_bar import filter_bar
from components.kpi.tile_row import tile_row
from components.kpi.worst_rows import worst_rows
from components.overview.no_ledger import no_ledger
from components.registers.register_way import register_way
from data.escalation.ladder import KEEP
from data.language import _

st.title(_("Escalation of what is not rectified"))
filters = filter_bar()

# Three in a row: the English names of six would be cut.
TILES = (
    ("escalation_proposals", "supervision_candidates", "findings_escalated"),
    ("escalation_letters_to_send", "escalation_replies_due", "escalation_replies_late"),
)
for row in TILES:
    tile_row(row, filters)

if no_ledger():
    st.stop()

picture, pressing = st.columns([2, 1])
with picture:
    ladder_picture(filters)
with pressing, st.container(border=True, height="stretch"):
    heading = _("What needs action now")
    st.markdown(f"**{heading}**")
    action_lines(
        filters,
        (
            "escalation_replies_late",
            "escalation_letters_to_send",
            "findings_overdue",
            "transfers_overdue",
            "findings_without_limit",
        ),
    )
    worst_rows(
        "supervision_candidates", filters, by="days_overdue", title=_("Overdue longest"), called="title"
    )

st.subheader(_("Proposed by the rules, decided by a person"))
proposal_list(filters)

st.subheader(_("Letters and answers"))
letter_list(filters)
register_way(KEEP, register="escalation_replies", label=_("Register answers from a file"))
letter_templates()

with st.expander(_("Rules of escalation"), icon=":material/rule:"):
    escalation_rules(filters)
