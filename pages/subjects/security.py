"""安全与上线: is every network checked, what is still open, which devices stand where, what has gone live."""

import streamlit as st

from components.address_choice import address_choice
from components.kpi.action_lines import action_lines
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.cell_map import cell_map
from components.kpi.filter_bar import filter_bar
from components.kpi.kpi_tile import kpi_tile
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.registers.no_rows_yet import no_rows_yet
from data.language import _
from queries.catalog import kpis

st.title(_("Security and rollout"))
filters = filter_bar(offers=("year", "region", "section"))
if no_rows_yet(
    ("rollout_rate", "network_assets", "security_issue_close_rate"),
    ("rollouts", "network_assets", "security_activities", "security_issues"),
):
    st.stop()

PARTS = {
    "checks": _("Checks and drills"),
    "devices": _("Networks and devices"),
    "rollouts": _("Applications gone live"),
}
TILES = {
    "checks": ("security_issues_open", "security_issue_close_rate", "security_checks", "security_drills"),
    "devices": ("network_assets", "domestic_asset_share", "domestic_cipher_share", "audit_network_rate"),
    "rollouts": (
        "rectification_scene_rate",
        "supervision_scene_rate",
        "sub_portal_rate",
        "golden_audit_rate",
    ),
}
LEDGERS = {"checks": "security_issues_open", "devices": "network_assets", "rollouts": "rollout_rate"}
part = address_choice(_("Part"), PARTS, "part", key="security_part", look="bare segments")
tile_row(TILES[part], filters)

picture, beside = st.columns([2, 1])
match part:
    case "checks":
        with picture:
            cell_map(
                "security_issues_open",
                filters,
                rows="office_network",
                columns="severity",
                title=_("On which network is what still open?"),
            )
        with beside, st.container(border=True, height="stretch"):
            st.markdown("**{}**".format(_("What calls for a look")))
            action_lines(filters, ("security_activities_overdue", "security_issues_open"))
            breakdown_chart(
                "security_checks", "plan_year", filters, title=_("How often is it checked each year?")
            )
    case "devices":
        with picture:
            cell_map(
                "network_assets",
                filters,
                rows="network_asset",
                columns="office_network",
                title=_("Which devices stand in which network?"),
            )
        with beside:
            breakdown_chart(
                "domestic_asset_share",
                "network_asset",
                filters,
                title=_("Which devices are still to be replaced?"),
                sort=True,
            )
    case "rollouts":
        with picture:
            cell_map(
                "rollout_rate",
                filters,
                rows="region",
                columns="application",
                title=_("What has gone live where?"),
            )
        with beside:
            for name in ("works_supervision_rate", "personnel_rate"):
                kpi_tile(name, filters)

st.subheader(str(kpis()[LEDGERS[part]].title))
rows_ledger(LEDGERS[part], filters)
