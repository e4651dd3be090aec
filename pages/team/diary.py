"""审计日志: the own entries, what the section did, and where the person-days come from."""

import streamlit as st

from components.address_choice import address_choice
from components.diary.diary_days_button import diary_days_button
from components.diary.own_diary import own_diary
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.session import figure, row_scope
from data.language import _

st.title(_("Work diary"))
PARTS = {"own": _("My diary"), "all": _("Diaries and person-days")}
part = address_choice(_("Show"), PARTS, "part", key="diary_part", look="bare segments")
if part == "own":
    own_diary()
    st.stop()

filters = filter_bar(offers=("year", "section"))
tile_row(("diary_entries", "staff_days", "diary_share", "online_work_share"), filters)
diary_days_button()

if not figure("staff_days", filters).rows:
    st.info(
        _("No work is on record. Members of the staff write their diary here; person-days are imported."),
        icon=":material/edit_note:",
    )
    st.stop()

left, right = st.columns(2)
with left:
    breakdown_chart(
        "staff_days", "section", filters, title=_("Which section has worked how much?"), sort=True
    )
with right:
    breakdown_chart("staff_days", "diary_source", filters, title=_("Where do the person-days come from?"))
st.subheader(_("Entries"))
if row_scope().sees_staff:
    rows_ledger("diary_entries", filters)
else:
    st.caption(_("What others wrote is for those who may see the staff."))
