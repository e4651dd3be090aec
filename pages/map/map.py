"""投资一张图: where the money is, how the works stand, what is wrong; from a place to a project."""

import streamlit as st

from components.kpi.filter_bar import filter_bar
from components.kpi.ledger_table import ledger_table
from components.kpi.tile_row import tile_row
from components.map.investment_map import investment_map
from components.map.no_investments import no_investments
from components.map.project_filters import PROJECT_FILTERS, found_projects, project_filters
from components.session import current_user, map_projects, outlines
from data.access.roles import can
from data.language import _
from queries.catalog import kpis

TILES = (
    ("investment_total", "investment_executed", "investment_under_audit"),
    ("investment_on_time_rate", "investment_overrun_rate", "investments_flagged"),
)
# Of a whole city, shapes are drawn no finer than they can be seen; of a district nearly as they are.
FINE, COARSE = 15, 40

sees_projects = can(current_user(), "see-rows")
st.title(_("Investment map"))
row = st.container(horizontal=True, vertical_alignment="bottom", gap="small")
filters = filter_bar(offers=("region", "section"), row=row, further=PROJECT_FILTERS)
with row:
    filters, search = project_filters(filters, can_search=sees_projects)

if no_investments():
    # Who has just installed boundaries sees them before there is any project.
    if outlines().sources:
        investment_map(filters, map_projects(filters, COARSE) if sees_projects else None)
    st.stop()

projects = None
if sees_projects:
    projects = found_projects(map_projects(filters, FINE if filters.region else COARSE), search)
# The map comes first: on a telephone, figures and choices before it would fill two screens.
investment_map(filters, projects)
if search:
    st.caption(
        _("The figures below are those of all projects; the words searched for narrow the map and the table.")
    )
for names in TILES:
    tile_row(names, filters, is_link=sees_projects)

if sees_projects:
    st.subheader(_("The same projects as a table"))
    ledger_table(kpis()["investments"], filters, search=search)
