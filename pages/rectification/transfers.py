"""移送: matters that have to go to other bodies, how far each is, and what came of it."""

import streamlit as st

from components.closing.transfer_list import transfer_list
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.tile_row import tile_row
from components.overview.no_ledger import no_ledger
from data.language import _

st.title(_("Transfers to other bodies"))
filters = filter_bar()

TILES = (
    "transfer_rate",
    "transfer_person_rate",
    "transfers_to_send",
    "transfers_unanswered",
    "transfers_overdue",
)
tile_row(TILES, filters)

if no_ledger():
    st.stop()

st.subheader(_("Register of transfers"))
transfer_list(filters)

by_body, by_section = st.columns(2)
with by_body:
    breakdown_chart(
        "transfers_unanswered", "receiving_body", filters, title=_("Who owes answers?"), sort=True
    )
with by_section:
    breakdown_chart(
        "transfers_to_send", "section", filters, title=_("Whose matters have not gone out?"), sort=True
    )
