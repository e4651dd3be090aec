"""Where the work stands, of the whole bureau: how many findings each stage of the reader's steps holds."""

from dataclasses import replace
from datetime import date

import streamlit as st

from components.address import address
from components.figures import show
from components.navigation import ROWS_PAGE
from components.session import bureau_now, current_user, figure, groups
from data.access.roles import can
from data.closing.offered import stages_for
from data.codes import label
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters

_KPI = "findings_in_work"
# Figures of the bureau beside the stages, and whose step they are.
_BESIDE = {
    "extensions_waiting": "approve-close-out",
    "findings_sent_back": "work-findings",
    "findings_without_limit": "work-findings",
}


def work_stages(filters: Filters) -> None:
    """Draw a line of figures, each the way to its rows; stages without a finding are left out."""
    counts = {str(group.code): int(group.figure.value or 0) for group in groups(_KPI, filters, "work_stage")}
    user, as_of = current_user(), bureau_now().as_of
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.caption(_("By stage"), width="content")
        for stage in stages_for(user):
            if count := counts.get(stage):
                narrowed = replace(filters, drill=(("work_stage", stage),))
                _way(f"{label('work_stage', stage)} {show(count, 'count')}", narrowed, _KPI, as_of=as_of)
        for name, right in _BESIDE.items():
            if can(user, right):
                counted = show(figure(name, filters).value, "count")
                _way(f"{kpis()[name].title} {counted}", filters, name, as_of=as_of)


def _way(words: str, filters: Filters, kpi: str, *, as_of: date) -> None:
    st.page_link(
        ROWS_PAGE,
        label=words,
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params=address(filters, as_of, kpi=kpi),
    )
