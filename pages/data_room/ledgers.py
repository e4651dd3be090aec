"""数据台账: what data was collected, submitted and received, what for, and what has not come back."""

from dataclasses import replace

import streamlit as st

from components.address_choice import address_choice
from components.data_ledger.hand_over_button import hand_over_button
from components.data_ledger.open_returns import open_returns
from components.data_ledger.returns_warning import returns_warning
from components.kpi.filter_bar import filter_bar
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.session import bureau_now, current_user, engine, figure
from data.access.roles import can
from data.codes import MOVEMENT_KIND, label
from data.data_room.movement_closing import open_movements
from data.engine import reading
from data.language import _
from queries.filters import Filters

user, today = current_user(), bureau_now().as_of
keeps = can(user, "keep-data-room") and user.section_code is None and user.region_code is None
with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
    st.title(_("Data ledgers"))
    if keeps:
        hand_over_button()
filters = filter_bar(offers=("year", "section"))

of_data = ("data_movements", "returns_overdue", "outputs_waiting")
of_people = ("undertakings_valid", "undertakings_expiring")
tile_row((*of_data, *of_people), filters)

# Where no line was ever written, nothing has come back either.
if keeps and figure("data_movements", Filters(as_of=today)).value is not None:
    with reading(engine()) as connection:
        still_out = open_movements(connection)
    open_returns(still_out, today, user.user_name)
elif not keeps:
    returns_warning(filters)

if figure("data_movements", filters).value is None:
    st.info(
        _("Nothing is recorded for this selection. Lines come by themselves when data comes or goes."),
        icon=":material/swap_horiz:",
    )
    st.stop()

kind = address_choice(
    _("Ledger"),
    {"": _("All")} | {code: label("movement_kind", code) for code in MOVEMENT_KIND},
    "ledger",
    key="ledger_kind",
    look="bare segments",
)
narrowed = replace(filters, drill=(("movement_kind", kind),)) if kind else filters
rows_ledger("data_movements", narrowed, last_by="movement_line")
st.caption(_("Nobody can change or remove a line; a mistake is corrected by another line."))
