"""数据台账: every collection, submission and receipt of data, as the system recorded it at the act."""

from dataclasses import replace

import streamlit as st

from components.kpi.export_button import export_button
from components.kpi.filter_bar import filter_bar
from components.kpi.kpi_tile import kpi_tile
from components.kpi.ledger_table import ledger_table
from components.segment import segment
from components.session import figure
from data.codes import MOVEMENT_KIND, label
from data.language import _
from queries.catalog import kpis

st.title(_("Data ledgers"))
filters = filter_bar(offers=("year", "section"))

for place, name in zip(st.columns(2), ("data_movements", "returns_overdue"), strict=True):
    with place:
        kpi_tile(name, filters)

if figure("data_movements", filters).value is None:
    st.info(
        _("Nothing is recorded for this selection. Lines come by themselves when data comes or goes."),
        icon=":material/swap_horiz:",
    )
    st.stop()

kind = st.segmented_control(
    _("Ledger"),
    ["", *MOVEMENT_KIND],
    default="",
    required=True,
    format_func=lambda code: segment(label("movement_kind", code) if code else _("All")),
    key="ledger_kind",
    label_visibility="collapsed",
)
narrowed = replace(filters, drill=(("movement_kind", str(kind)),)) if kind else filters
search = ledger_table(kpis()["data_movements"], narrowed)
export_button(kpis()["data_movements"], narrowed, search=search)
st.caption(_("The system writes these lines at the act itself; nobody can change or remove them."))
