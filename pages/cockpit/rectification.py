"""审计整改: both rates, by type, section, district and class, how old the open ones are, and how it moves."""

import streamlit as st

from components.address_choice import address_choice
from components.finding.open_by_age import open_by_age
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.course_chart import course_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.ledger_table import ledger_table
from components.kpi.month_chart import month_chart
from components.kpi.rate_table import rate_table
from components.kpi.tile_row import tile_row
from components.overview.no_ledger import no_ledger
from data.language import _
from queries.catalog import kpis

st.title(_("Audit rectification"))
filters = filter_bar()

TILES = (
    (
        "rectification_rate_by_count",
        "rectification_rate_by_amount",
        "rectification_rate_due",
        "rectification_on_time",
    ),
    ("close_out_rate", "findings_open", "days_to_rectify_median", "amount_by_kind"),
)
is_empty = no_ledger()
for row in TILES:
    tile_row(row, filters)

if is_empty:
    st.stop()

by_type, by_age = st.columns([2, 1])
with by_type:
    rate_table(filters, "rectification_type", title=_("How far is each type of rectification?"))
with by_age:
    open_by_age(filters)

VIEWS = {
    "section": _("By section"),
    "region": _("By district"),
    "problem_class": _("By problem class"),
    "project_type": _("By project type"),
}
view = address_choice(_("Compare"), VIEWS, "by", key="compare", look="segments")
rates, repeats = st.columns(2)
with rates:
    breakdown_chart("rectification_rate_by_count", view, filters, title=_("Who rectifies least?"), sort=True)
with repeats:
    breakdown_chart("repeat_finding_rate", view, filters, title=_("Where do problems come back?"), sort=True)

found, course = st.columns(2)
with found:
    month_chart(filters)
with course:
    course_chart(
        "rectification_rate_due",
        filters,
        title=_("Is what falls due rectified, and on time?"),
        beside="rectification_on_time",
    )

st.subheader(_("Ledger"))
ledger_table(kpis()["findings"], filters)
