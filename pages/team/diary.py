"""审计日志: the own entries, what the section did, and where the person-days come from."""

import streamlit as st

from components.diary.diary_days_button import diary_days_button
from components.diary.own_diary import own_diary
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.export_button import export_button
from components.kpi.filter_bar import filter_bar
from components.kpi.kpi_tile import kpi_tile
from components.kpi.ledger_table import ledger_table
from components.segment import segment
from components.session import figure, row_scope
from data.language import _
from queries.catalog import kpis

st.title(_("Work diary"))
PARTS = {"own": _("My diary"), "all": _("Diaries and person-days")}
part = st.segmented_control(
    _("Show"),
    list(PARTS),
    default="own",
    required=True,
    format_func=lambda part: segment(PARTS[part]),
    key="diary_part",
)
if part == "own":
    own_diary()
    st.stop()

filters = filter_bar(offers=("year", "section"))
for place, name in zip(
    st.columns(4), ("diary_entries", "staff_days", "diary_share", "online_work_share"), strict=True
):
    with place:
        kpi_tile(name, filters)
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
    search = ledger_table(kpis()["diary_entries"], filters)
    export_button(kpis()["diary_entries"], filters, search=search)
else:
    st.caption(_("What others wrote is for those who may see the staff."))
