"""经责预警: whose audit is pressing and why, when warnings fall due, and how far officials are audited."""

import streamlit as st

from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.export_button import export_button
from components.kpi.filter_bar import filter_bar
from components.kpi.kpi_tile import kpi_tile
from components.kpi.ledger_table import ledger_table
from components.official.no_posts import no_posts
from components.official.pressing_warnings import pressing_warnings
from components.official.warning_months import warning_months
from components.official.warning_rule_table import warning_rule_table
from data.language import _
from queries.catalog import kpis

st.title(_("Warnings on officials' audits"))
filters = filter_bar(offers=("region", "section"))

TILES = (
    ("warnings_red", "warnings_amber", "warnings_due_soon", "posts_audited_share"),
    ("posts_in_scope", "ec_results_used", "ec_pairs_together"),
)
OF_POSTS = ("responsibility_list_coverage", "ec_evaluation_score")
for place, name in zip(st.columns(4), TILES[0], strict=True):
    with place:
        kpi_tile(name, filters)

if no_posts(filters):
    st.stop()

picture, action = st.columns([2, 1])
with picture:
    warning_months(filters)
    warning_rule_table(filters)
with action:
    pressing_warnings(filters)

for place, name in zip(st.columns(3), TILES[1], strict=True):
    with place:
        kpi_tile(name, filters)

where, classes = st.columns(2)
with where:
    breakdown_chart("warnings", "region", filters, title=_("Where are the warnings?"), sort=True)
with classes:
    breakdown_chart(
        "posts_audited_share", "audit_class", filters, title=_("Which class is audited in this term?")
    )
    # Four classes are a low picture beside all the districts: what else is told of posts stands below it.
    for place, name in zip(st.columns(2), OF_POSTS, strict=True):
        with place:
            kpi_tile(name, filters)

st.subheader(_("All warnings"))
search = ledger_table(kpis()["warnings"], filters)
export_button(kpis()["warnings"], filters, search=search)
