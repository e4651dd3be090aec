"""政务信息系统: funds, systems, resources, security, networks, tax support platform, audits in rotation."""

import streamlit as st

from components.address_choice import address_choice
from components.information_system.level_against_assessment import level_against_assessment
from components.information_system.no_systems import no_systems
from components.information_system.rotation_calendar import rotation_calendar
from components.information_system.spending_by_year import spending_by_year
from components.information_system.turns_by_year import turns_by_year
from components.information_system.use_against_cost import use_against_cost
from components.kpi.action_lines import action_lines
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.course_chart import course_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.session import figure
from data.language import _
from queries.catalog import kpis

st.title(_("Government information systems"))
filters = filter_bar(offers=("year", "region", "section"))
if no_systems():
    st.stop()

PARTS = {
    "systems": _("Systems"),
    "funds": _("Funds"),
    "resources": _("Resources"),
    "security": _("Security"),
    "networks": _("Networks"),
    "tax": _("Tax support platform"),
    "rotation": _("Audits in rotation"),
    "reports": _("Citations"),
}
TILES = {
    "systems": ("systems", "system_idle_rate", "system_low_use_rate", "system_duplicate_rate"),
    "funds": ("system_budget", "system_spending", "system_execution_rate", "system_maintenance_share"),
    "resources": ("information_resources", "resource_update_rate", "resource_sharing_rate", "resources_late"),
    "security": (
        *("system_assessment_rate", "system_backup_rate"),
        *("system_controllable_rate", "system_outsourced_rate"),
    ),
    "networks": ("system_extranet_rate", "private_networks", "computing_use_rate", "storage_use_rate"),
    "tax": ("tax_collection_rate", "tax_update_rate", "tax_use_rate", "tax_collected"),
    "rotation": ("rotation_rate", "system_units_audited_rate", "rotation_missed", "system_audits"),
    "reports": ("system_citations", "findings_cited_by_several"),
}
LEDGERS = {
    "systems": "systems",
    "funds": "system_spending",
    "resources": "information_resources",
    "security": "system_assessment_rate",
    "networks": "it_facilities",
    "tax": "tax_collection_rate",
    "rotation": "rotation_turns",
    "reports": "system_citations",
}
part = address_choice(_("Part"), PARTS, "part", key="system_part", look="bare segments")

if not figure(LEDGERS[part], filters).rows:
    st.info(
        _(
            "Nothing of this part is recorded for this selection. Widen the filters; planning staff import "
            "the inventory under Import registers."
        ),
        icon=":material/search_off:",
    )
    st.stop()

tile_row(TILES[part], filters)

picture, beside = st.columns([2, 1])
match part:
    case "systems":
        with picture:
            use_against_cost(filters)
        with beside, st.container(border=True, height="stretch"):
            st.markdown("**{}**".format(_("What calls for a look")))
            action_lines(filters, ("systems_idle", "systems_unapproved", "systems_approved_by_several"))
            breakdown_chart("systems", "system_kind", filters, title=_("What kinds of systems are there?"))
    case "funds":
        with picture:
            spending_by_year(filters)
        with beside:
            breakdown_chart(
                "system_spending", "fund_source", filters, title=_("Where does the money come from?")
            )
            breakdown_chart(
                "system_execution_rate",
                "money_purpose",
                filters,
                title=_("Which budget is not spent?"),
            )
    case "resources":
        with picture:
            breakdown_chart(
                "resource_update_rate", "unit", filters, title=_("Whose data are late?"), sort=True
            )
        with beside:
            breakdown_chart(
                "resource_sharing_rate", "sharing_kind", filters, title=_("What is shared as it should be?")
            )
            breakdown_chart(
                "information_resources", "storage_place", filters, title=_("Where are the data stored?")
            )
    case "security":
        with picture:
            level_against_assessment(filters)
        with beside, st.container(border=True, height="stretch"):
            st.markdown("**{}**".format(_("What calls for a look")))
            action_lines(filters, ("systems_without_remote_backup", "systems_outsourced_at_risk"))
    case "networks":
        with picture:
            breakdown_chart(
                "facility_investment",
                "facility_kind",
                filters,
                title=_("What did networks and computing cost?"),
            )
        with beside:
            breakdown_chart(
                "computing_use_rate",
                "unit",
                filters,
                title=_("Whose computing power stands idle?"),
                sort=True,
            )
    case "tax":
        with picture:
            course_chart(
                "tax_update_rate",
                filters,
                title=_("Do data for tax support come in time?"),
            )
            breakdown_chart(
                "tax_collected", "unit", filters, title=_("Whose data brought in tax?"), sort=True
            )
        with beside:
            breakdown_chart("tax_leads", "unit", filters, title=_("Whose data gave leads?"), sort=True)
    case "rotation":
        with picture:
            rotation_calendar(filters)
        with beside:
            turns_by_year(filters)
            breakdown_chart(
                "system_audits", "audit_mode", filters, title=_("In which mode are systems audited?")
            )
            breakdown_chart("system_audits", "audit_rhythm", filters, title=_("Regularly or in rotation?"))
    case "reports":
        with picture:
            breakdown_chart(
                "system_citations",
                "carrying_way",
                filters,
                title=_("Which reports carry findings about systems?"),
            )
        with beside:
            breakdown_chart("system_citations", "plan_year", filters, title=_("How many in each plan year?"))

st.subheader(str(kpis()[LEDGERS[part]].title))
rows_ledger(LEDGERS[part], filters)
