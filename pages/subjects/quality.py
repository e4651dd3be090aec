"""质量与指导监督: how good the audits are, what was missed, and how internal audit and audit firms do."""

import streamlit as st

from components.address_choice import address_choice
from components.kpi.action_lines import action_lines
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.cell_map import cell_map
from components.kpi.course_chart import course_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.registers.no_rows_yet import no_rows_yet
from data.language import _
from queries.catalog import kpis

st.title(_("Quality and guidance"))
filters = filter_bar(offers=("year", "region", "section", "project_type"))
if no_rows_yet(
    ("quality_reviews", "internal_audit_units", "social_audit_checks", "duty_report_coverage"),
    (
        *("quality_reviews", "quality_defects", "exposed_problems", "research_topics"),
        *("internal_audits", "social_audit_checks", "duty_reports"),
    ),
):
    st.stop()

PARTS = {
    "reviews": _("Reviews and defects"),
    "missed": _("Problems looked back at"),
    "internal": _("Internal audit"),
    "firms": _("Audit firms"),
    "districts": _("Duty reports and research"),
}
TILES = {
    "reviews": ("quality_score_rate", "quality_reviews", "quality_defects_open", "excellent_projects"),
    "missed": ("major_problem_discovery_rate", "quality_defects"),
    "internal": (
        *("internal_audit_units", "internal_audit_office_share"),
        *("internal_audit_projects", "internal_audit_rectification_rate"),
    ),
    "firms": ("social_audit_checks", "social_audit_problem_rate"),
    "districts": ("duty_report_coverage", "research_pass_rate"),
}
LEDGERS = {
    "reviews": "quality_score_rate",
    "missed": "major_problem_discovery_rate",
    "internal": "internal_audit_units",
    "firms": "social_audit_checks",
    "districts": "duty_report_coverage",
}
part = address_choice(_("Part"), PARTS, "part", key="quality_part", look="bare segments")
tile_row(TILES[part], filters)

picture, beside = st.columns([2, 1])
match part:
    case "reviews":
        with picture:
            breakdown_chart(
                "quality_score_rate",
                "section",
                filters,
                title=_("Whose audits are reviewed worst?"),
                sort=True,
            )
        with beside:
            breakdown_chart(
                "quality_defects", "quality_defect", filters, title=_("Where do the defects lie?"), sort=True
            )
    case "missed":
        with picture:
            breakdown_chart(
                "major_problem_discovery_rate",
                "section",
                filters,
                title=_("Who found what was there to be found?"),
                sort=True,
            )
        with beside:
            breakdown_chart(
                "major_problem_discovery_rate",
                "exposed_by",
                filters,
                title=_("How did it come to light?"),
            )
    case "internal":
        with picture:
            breakdown_chart(
                "internal_audit_rectification_rate",
                "region",
                filters,
                title=_("Where is too little rectified?"),
                sort=True,
            )
        with beside:
            breakdown_chart(
                "internal_audit_projects", "plan_year", filters, title=_("How many internal audits a year?")
            )
    case "firms":
        with picture:
            cell_map(
                "social_audit_checks",
                filters,
                rows="plan_year",
                columns="firm_check_result",
                title=_("What did the checks of each year find?"),
            )
        with beside, st.container(border=True, height="stretch"):
            st.markdown("**{}**".format(_("What calls for a look")))
            action_lines(filters, ("social_audit_problem_rate",))
    case "districts":
        with picture:
            breakdown_chart(
                "duty_report_coverage", "region", filters, title=_("Whose head has yet to report?"), sort=True
            )
        with beside:
            course_chart("research_pass_rate", filters, title=_("Do research topics pass?"))

st.subheader(str(kpis()[LEDGERS[part]].title))
rows_ledger(LEDGERS[part], filters)
