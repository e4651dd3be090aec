"""债务与直达资金: which region's debt calls for a warning, which funds do not arrive."""

import streamlit as st

from components.address_choice import address_choice
from components.fiscal.debt_by_region import debt_by_region
from components.fiscal.fiscal_thresholds import fiscal_thresholds
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.course_chart import course_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.registers.no_rows_yet import no_rows_yet
from data.language import _
from queries.catalog import kpis

st.title(_("Debt, direct funds"))
filters = filter_bar(offers=("year", "region", "section"))
if no_rows_yet(("debt_balance", "direct_funds"), ("debt_positions", "direct_funds", "direct_fund_reports")):
    st.stop()

PARTS = {"debt": _("Debt"), "funds": _("Direct funds")}
TILES = {
    "debt": ("debt_warned", "debt_rate", "debt_balance"),
    "funds": ("direct_funds_warned", "direct_fund_broken_down_rate", "direct_fund_paid_rate", "direct_funds"),
}
LEDGERS = {"debt": "debt_balance", "funds": "direct_funds"}
part = address_choice(_("Part"), PARTS, "part", key="fiscal_part", look="bare segments")
tile_row(TILES[part], filters)
fiscal_thresholds()

picture, beside = st.columns([2, 1])
match part:
    case "debt":
        with picture:
            debt_by_region(filters)
        with beside:
            course_chart("debt_rate", filters, title=_("Does the debt rate rise?"))
            breakdown_chart("debt_warned", "debt_level", filters, title=_("How many regions in which grade?"))
    case "funds":
        with picture:
            breakdown_chart(
                "direct_fund_paid_rate",
                "region",
                filters,
                title=_("Where do funds not reach their receivers?"),
                sort=True,
            )
        with beside:
            course_chart(
                "direct_fund_paid_rate", filters, title=_("Are the funds paid in step with the year?")
            )
            breakdown_chart("direct_funds_warned", "fund_state", filters, title=_("Why are funds warned of?"))

st.subheader(str(kpis()[LEDGERS[part]].title))
rows_ledger(LEDGERS[part], filters)
