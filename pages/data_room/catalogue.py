"""数据目录: what data ought to be there, what is, what is late, and which sources and units owe it."""

import streamlit as st

from components.address_choice import address_choice
from components.catalogue.new_request import new_request
from components.catalogue.no_catalogue import no_catalogue
from components.catalogue.pressing_collections import pressing_collections
from components.kpi.filter_bar import filter_bar
from components.kpi.rate_table import rate_table
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from data.language import _

st.title(_("Data catalogue"))
filters = filter_bar(offers=("region", "section"))

TILES = ("catalogue_coverage", "catalogue_overdue", "network_collection_rate", "data_requests_on_time")
tile_row(TILES, filters)

if no_catalogue():
    st.stop()

picture, action = st.columns([2, 1])
with picture:
    by = address_choice(
        _("Grouped by"),
        {"data_domain": _("Domain"), "data_sector": _("Sector plan")},
        "by",
        key="catalogue_by",
        look="bare segments",
    )
    rate_table(
        filters,
        by,
        title=_("What is collected, standardised and late?"),
        names=("catalogue_items", "catalogue_coverage", "catalogue_standardised", "catalogue_overdue"),
        unplanned=_("not planned"),
    )
with action:
    pressing_collections(filters)

LEDGERS = {
    "catalogue_items": _("Catalogue"),
    "sources": _("Data sources"),
    "data_requests": _("Requests to units"),
    "datasets": _("Datasets"),
}
part = address_choice(_("Show"), LEDGERS, "part", key="catalogue_part", look="segments")
if part == "data_requests":
    new_request()
rows_ledger(part, filters)
