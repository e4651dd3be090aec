"""The rows behind one figure, with the way down by any dimension and the way back."""

import streamlit as st

from components.address import address
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.drill_path import drill_path
from components.kpi.export_button import export_button
from components.kpi.filter_bar import filter_bar
from components.kpi.kpi_tile import kpi_tile
from components.kpi.ledger_table import ledger_table
from components.navigation import OVERVIEW_PAGE
from components.session import bureau_now, drill_labels, row_scope
from data.language import _
from queries.catalog import kpis
from queries.compose import within
from queries.dimensions import DIMENSIONS

kpi = kpis().get(st.query_params.get("kpi", ""))
as_of = bureau_now().as_of
if kpi is None:
    st.info(_("This address names no figure. Open one from the overview."), icon=":material/link_off:")
    st.page_link(OVERVIEW_PAGE, label=_("Overview"), query_params=address(None, as_of))
    st.stop()

path = st.container()
filters = within(kpi, filter_bar(keeps_drill=True, offers=kpi.filters))
with path:
    drill_path(filters, kpi, drill_labels(kpi.name, filters))
tile, picture = st.columns([1, 2])
with tile:
    kpi_tile(kpi.name, filters, is_link=False)
with picture:
    used = {name for name, __ in filters.drill}
    by = st.selectbox(
        _("Break down by"),
        [
            name
            for name in kpi.group_by
            if name not in used and (row_scope().sees_staff or not DIMENSIONS[name].is_of_staff)
        ],
        format_func=lambda name: _(DIMENSIONS[name].title),
        key=f"by_{kpi.name}_{len(used)}",
        width=220,
    )
    if by:
        dimension = _(DIMENSIONS[by].title)
        breakdown_chart(kpi.name, by, filters, title=f"{kpi.title} · {dimension}")

search = ledger_table(kpi, filters)
export_button(kpi, filters, search=search)
