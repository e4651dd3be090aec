"""驾驶舱总览: is anything wrong, and where."""

import streamlit as st

from components.action_list import action_list
from components.breakdown_chart import breakdown_chart
from components.course_chart import course_chart
from components.filter_bar import filter_bar
from components.kpi_tile import kpi_tile
from data.language import _

st.title(_("Cockpit overview"))
filters = filter_bar()

for place, name in zip(
    st.columns(4),
    (
        "rectification_rate_by_count",
        "rectification_rate_by_amount",
        "findings_overdue",
        "overdue_amount",
    ),
    strict=True,
):
    with place:
        kpi_tile(name, filters)

picture, action = st.columns([2, 1])
with picture:
    breakdown_chart(
        "rectification_rate_by_count",
        filters,
        "region",
        title=_("Which districts lag behind in rectification?"),
        sort=True,
    )
with action:
    action_list(
        filters,
        (
            "findings_overdue",
            "findings_due_soon",
            "major_findings_open",
            "instructed_findings_open",
            "repeat_findings_open",
            "findings_awaiting_close_out",
        ),
    )

for place, name in zip(
    st.columns(4),
    (
        "report_amount_rectification_rate",
        "recommendation_adoption",
        "transfer_rate",
        "repeat_finding_rate",
    ),
    strict=True,
):
    with place:
        kpi_tile(name, filters)

course_chart(
    "rectification_rate_by_count",
    filters,
    title=_("How have the two rates moved over twelve months?"),
    beside="rectification_rate_by_amount",
)
