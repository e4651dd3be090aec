"""跨年跨域分析: what kind of problem, in which year, region, trade and unit, and how that has moved."""

import streamlit as st

from components.knowledge.cross_choice import cross_choice
from components.knowledge.patterns import patterns
from components.kpi.cell_map import cell_map
from components.kpi.export_button import export_button
from components.kpi.filter_bar import filter_bar
from components.kpi.rate_table import rate_table
from components.kpi.tile_row import tile_row
from components.overview.no_ledger import no_ledger
from components.session import groups
from data.language import _
from queries.catalog import kpis
from queries.dimensions import DIMENSIONS

st.title(_("Across years and fields"))
filters = filter_bar()

# More than these are no table to read: the picture has those with the most, the export has all.
MOST_GROUPS = 40
TILES = ("findings", "finding_amount", "finding_units", "repeat_finding_rate")
tile_row(TILES, filters)
if no_ledger():
    st.stop()

choice = cross_choice()
cell_map(
    choice.kpi,
    filters,
    rows=choice.row,
    columns=choice.column,
    most_first=True,
    title=_("{figure}: {rows} × {columns}").format(
        figure=kpis()[choice.kpi].title,
        rows=_(DIMENSIONS[choice.row].title),
        columns=_(DIMENSIONS[choice.column].title),
    ),
    most_rows=15,
    most_columns=8,
)
st.subheader(_("What they have in common"))
patterns(filters)
if len(groups("findings", filters, choice.row)) <= MOST_GROUPS:
    st.subheader(_("All of them, group by group"))
    rate_table(
        filters,
        choice.row,
        title=_("By {group}").format(group=_(DIMENSIONS[choice.row].title)),
        names=(
            "findings",
            "repeat_findings",
            "findings_open",
            "findings_overdue",
            "rectification_rate_by_count",
            "rectification_rate_by_amount",
        ),
    )
export_button(kpis()[choice.kpi], filters)
