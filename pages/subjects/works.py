"""重大公共工程: settlements, two levels side by side, variations, unit costs, price and time, tracking."""

import streamlit as st

from components.address_choice import address_choice
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.cell_map import cell_map
from components.kpi.filter_bar import filter_bar
from components.kpi.ledger_table import ledger_table
from components.kpi.rate_table import rate_table
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.registers.no_rows_yet import no_rows_yet
from components.works.cut_against_fence import cut_against_fence
from components.works.cut_by_sector import cut_by_sector
from components.works.expected_cost import expected_cost
from data.language import _
from queries.catalog import kpis

st.title(_("Major public works"))
filters = filter_bar(offers=("year", "region", "section"))
if no_rows_yet(
    ("settlements", "contract_variations", "unit_costs", "works_tracked"),
    ("investment_projects", "settlements", "contract_variations", "unit_costs"),
):
    st.stop()

PARTS = {
    "settlements": _("Settlements"),
    "levels": _("Two levels"),
    "variations": _("Variations, supplements"),
    "costs": _("Unit costs"),
    "analysis": _("Price and time"),
    "tracked": _("Tracked works"),
}
TILES = {
    "settlements": (
        *("settlements_in_review", "settlement_cut"),
        *("settlement_cut_rate", "settlement_cut_outliers"),
    ),
    "levels": ("two_level_settlements", "two_level_difference_rate", "two_level_unexplained"),
    "variations": ("contract_variation_rate", "contract_variations", "supplementary_over"),
    "costs": ("unit_costs", "unit_cost_outliers"),
    "analysis": (
        *("unit_cost_level", "contract_variation_rate"),
        *("investment_overrun_rate", "works_duration_rate"),
    ),
    "tracked": ("works_tracked", "works_tracked_flagged"),
}
LEDGERS = {
    "settlements": "settlements",
    "levels": "two_level_settlements",
    "variations": "contract_variations",
    "costs": "unit_costs",
    "analysis": "works_duration_rate",
    "tracked": "works_tracked",
}
part = address_choice(_("Part"), PARTS, "part", key="works_part", look="bare segments")
tile_row(TILES[part], filters)

picture, beside = st.columns([2, 1])
match part:
    case "settlements":
        with picture:
            cut_against_fence(filters)
            cut_by_sector(filters)
        with beside:
            breakdown_chart(
                "settlements", "settlement_step", filters, title=_("How far have settlements come?")
            )
            breakdown_chart(
                "settlements_submitted",
                "settlement_step",
                filters,
                title=_("Money at which step?"),
            )
            breakdown_chart(
                "settlement_cut_rate",
                "review_firm",
                filters,
                title=_("Which firm cuts how much?"),
            )
    case "levels":
        with picture:
            breakdown_chart(
                "two_level_difference_rate",
                "region",
                filters,
                title=_("Where do the two levels differ most?"),
                sort=True,
            )
        with beside:
            breakdown_chart(
                "two_level_settlements",
                "level_difference",
                filters,
                title=_("Do the two levels agree?"),
            )
    case "variations":
        with picture:
            breakdown_chart(
                "contract_variation_rate",
                "contractor",
                filters,
                title=_("Whose contracts grow most?"),
                sort=True,
            )
        with beside:
            breakdown_chart(
                "contract_variations", "variation_kind", filters, title=_("What are the variations?")
            )
            breakdown_chart(
                "supplementary_over",
                "region",
                filters,
                title=_("Where are supplements over a tenth?"),
                sort=True,
            )
    case "costs":
        with picture:
            expected_cost(filters)
        with beside:
            breakdown_chart("unit_costs", "works_type", filters, title=_("What is in the library?"))
            breakdown_chart(
                "unit_cost_outliers", "works_type", filters, title=_("Where are unit costs out of line?")
            )
    case "analysis":
        with picture:
            cell_map(
                "unit_cost_level",
                filters,
                rows="contractor",
                columns="plan_year",
                title=_("Who builds dearer than others, and when?"),
                most_first=True,
            )
        with beside:
            breakdown_chart(
                "works_duration_rate",
                "investment_sector",
                filters,
                title=_("Where do works take longer than planned?"),
                sort=True,
            )
    case "tracked":
        with picture:
            breakdown_chart(
                "works_tracked",
                "investment_state",
                filters,
                title=_("How far are the tracked works?"),
            )
        with beside:
            breakdown_chart(
                "works_tracked_flagged",
                "investment_sector",
                filters,
                title=_("Where are findings open?"),
            )

if part == "analysis":
    rate_table(
        filters,
        "contractor",
        title=_("How do contractors compare in price and time?"),
        names=(
            *("investments", "unit_cost_level", "contract_variation_rate", "settlement_cut_rate"),
            *("investment_overrun_rate", "works_duration_rate", "investment_on_time_rate"),
        ),
    )
if part == "variations":
    over = kpis()["supplementary_over"]
    st.subheader(str(over.title))
    ledger_table(over, filters)
st.subheader(str(kpis()[LEDGERS[part]].title))
rows_ledger(LEDGERS[part], filters)
