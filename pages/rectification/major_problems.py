"""重大审计问题清单: which major problems are on the list, how this week looks, what comes off it."""

import streamlit as st

from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.tile_row import tile_row
from components.major.major_list import major_list
from components.major.week_heat import week_heat
from components.overview.no_ledger import no_ledger
from components.session import figure
from data.language import _

st.title(_("List of major problems"))
filters = filter_bar()

# Three in a row: the English names of six would be cut.
TILES = (
    ("major_problems_open", "major_states_missing", "major_week_rate"),
    ("major_problems_red", "major_problems_closed", "major_problem_close_rate"),
)
for row in TILES:
    tile_row(row, filters)

if no_ledger():
    st.stop()

if not figure("major_problems_listed", filters).value:
    st.info(
        _(
            "No problem has been put on the list yet. Who reviews rectification puts one on it: from the "
            "candidates below, or on the page of a finding."
        ),
        icon=":material/playlist_add:",
    )

week_heat(filters)

st.subheader(_("The list"))
major_list(filters)

by_section, by_criterion = st.columns(2)
with by_section:
    breakdown_chart("major_problems_open", "lead_section", filters, title=_("Who leads how many?"), sort=True)
with by_criterion:
    breakdown_chart(
        "major_problems_listed", "major_criterion", filters, title=_("Why are they on the list?"), sort=True
    )
