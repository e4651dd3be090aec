"""项目库: what could be audited, what the next plan takes up of it, and whether anybody is visited twice."""

from dataclasses import replace

import streamlit as st

from components.kpi.filter_bar import filter_bar
from components.kpi.kpi_tile import kpi_tile
from components.kpi.rows_ledger import rows_ledger
from components.libraries.draft_plan import draft_plan
from components.libraries.library_choice import library_choice
from components.libraries.library_items import library_items
from components.libraries.no_library import no_library
from components.page_guard import page_guard
from components.session import current_user, row_scope, source
from data.language import _
from queries.planning.plan_drafts import draft_years

page_guard(current_user(), "see-rows")
st.title(_("Project libraries"))
filters = filter_bar(offers=("region", "section", "project_type"))

this_year = replace(filters, year=filters.as_of.year)
next_year = replace(filters, year=filters.as_of.year + 1)
TILES = (
    ("library_items_open", filters),
    ("plan_from_library_rate", this_year),
    ("plan_repeat_visits", next_year),
    ("policy_audits", this_year),
)
has_items = not no_library()
for place, (name, asked) in zip(st.columns(4), TILES, strict=True):
    with place:
        kpi_tile(name, asked)
if has_items or draft_years(source(), row_scope()):
    st.caption(
        _("From a library and policy audits: plan of {year}. Visited more than once: plan of {next}.").format(
            year=this_year.year, next=next_year.year
        )
    )
    st.subheader(_("Draft plan"))
    draft_plan(filters)
if not has_items:
    st.stop()

st.subheader(_("Items to choose from"))
library_items(library_choice(filters), filters)

st.subheader(_("All items and what became of them"))
rows_ledger("library_items", filters)
