"""审计覆盖: what has to be audited, what was, where the gaps are, and what the next plan cannot leave out."""

from dataclasses import replace

import streamlit as st

from components.address_choice import address_choice
from components.coverage.coming_duties import coming_duties
from components.coverage.coverage_rule_choice import coverage_rule_choice
from components.coverage.coverage_years import coverage_years
from components.coverage.no_universe import no_universe
from components.coverage.repeat_visits import repeat_visits
from components.kpi.breakdown_chart import breakdown_chart
from components.kpi.filter_bar import filter_bar
from components.kpi.kpi_tile import kpi_tile
from components.kpi.ledger_table import ledger_table
from components.kpi.rate_table import rate_table
from components.kpi.rows_ledger import rows_ledger
from components.kpi.tile_row import tile_row
from components.session import group_target, groups, source
from data.codes import RISK_LEVEL, label
from data.language import _
from queries.catalog import kpis
from queries.planning.coverage_rules import coverage_rules

st.title(_("Audit coverage"))
filters = filter_bar(offers=("region", "section"))

TILES = ("coverage_rate", "coverage_open", "coverage_never", "coverage_due_soon")
is_empty = no_universe()
tile_row(TILES, filters)

if is_empty:
    st.stop()

rate_table(
    filters,
    "coverage_rule",
    title=_("Is each coverage rule kept?"),
    names=(
        "coverage_rate",
        "coverage_open",
        "coverage_never",
        "coverage_gap_over_5",
        "coverage_gap_3_5",
        "coverage_due_soon",
    ),
    order=tuple(rule.code for rule in coverage_rules(source())),
)

rule = coverage_rule_choice()
if rule is not None:
    narrowed = replace(filters, drill=(("coverage_rule", rule.code),))
    goal = group_target("coverage_rate", "coverage_rule", rule.code, filters)
    ranking, coming = st.columns([2, 1])
    with ranking:
        breakdown_chart(
            "coverage_rate",
            "region",
            narrowed,
            title=_("Which districts lag behind in coverage?"),
            sort=True,
            goal=goal.value if goal else 1,  # without a plan's word a rule asks for every one of its objects
        )
    with coming:
        coming_duties(filters, rule.code)
    if rule.subject == "object":
        coverage_years(filters, rule)
    else:
        ledger_table(kpis()["coverage_rate"], narrowed)

st.subheader(_("At most one audit a year"))
repeat_visits(filters, filters.as_of.year)

st.subheader(_("Audit universe"))
kinds = {group.code: group.label for group in groups("audit_objects", filters, "object_kind")}
tile, choice = st.columns([1, 3])
with tile:
    kpi_tile("audit_objects_high_risk", filters)
with choice:
    kind = address_choice(
        _("Kind of object"), {"": _("All")} | kinds, "kind", key="object_kind", look="segments"
    )
    levels = {"": _("All")} | {code: label("risk_level", code) for code in RISK_LEVEL}
    level = address_choice(_("Risk"), levels, "risk", key="risk_level", look="segments")
    st.caption(
        _(
            "The score of 0 to 100 adds up years since the last audit, amounts found, major, repeat and "
            "overdue findings; high from 50, medium from 30."
        )
    )
chosen = (("object_kind", kind), ("risk_level", level))
universe = replace(filters, drill=tuple(step for step in chosen if step[1]))
rows_ledger("audit_objects", universe)
