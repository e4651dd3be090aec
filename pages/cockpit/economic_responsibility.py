"""经责预警: whose audit is pressing and why, when warnings fall due, and how far officials are audited."""

import streamlit as st

from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.official.no_posts import no_posts
from components.official.pressing_warnings import pressing_warnings
from components.official.warning_months import warning_months
from components.official.warning_rule_table import warning_rule_table
from data.language import _

st.title(_("Warnings on officials' audits"))
filters = filter_bar(offers=("region", "section"))

TILES = (
    ("warnings_red", "warnings_amber", "warnings_due_soon", "posts_audited_share"),
    ("posts_in_scope", "ec_results_used", "ec_pairs_together"),
)
OF_POSTS = ("responsibility_list_coverage", "ec_evaluation_score")
is_empty = no_posts(filters)
tile_row(TILES[0], filters)

if is_empty:
    st.stop()

picture, action = st.columns([2, 1])
with picture:
    warning_months(filters)
    warning_rule_table(filters)
with action:
    pressing_warnings(filters)

tile_row(TILES[1], filters)

where, classes = st.columns(2)
with where:
    breakdown_chart("warnings", "region", filters, title=_("Where are the warnings?"), sort=True)
with classes:
    breakdown_chart(
        "posts_audited_share", "audit_class", filters, title=_("Which class is audited in this term?")
    )
    # Four classes are a low picture beside all the districts: what else is told of posts stands below it.
    tile_row(OF_POSTS, filters)

st.subheader(_("All warnings"))
rows_ledger("warnings", filters)
