"""最多审计一次: the units that the plan of a year would visit more than once."""

from dataclasses import replace

import streamlit as st

from components.kpi.ledger_table import draw_rows
from components.session import row_count, rows
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.rows import Page

_KPI = "plan_repeat_visits"
_COLUMNS = ["audit_object", "visit_count", "draft_count", "visits"]
_SHOWN = 50


def repeat_visits(filters: Filters, year: int) -> None:
    """Draw the units of one plan year with the projects that would visit them, or say that there is none."""
    of_year = replace(filters, year=year, drill=())
    found = row_count(_KPI, of_year, "")
    if not found:
        st.markdown(
            ":green[:material/check_circle:] "
            + _("No unit is visited more than once by the plan of {year}.").format(year=year)
        )
        return
    st.markdown(
        ":orange[:material/warning:] "
        + _("{number} units would be visited more than once by the plan of {year}:").format(
            number=found, year=year
        )
    )
    draw_rows(kpis()[_KPI], rows(_KPI, of_year, Page(limit=_SHOWN)), _COLUMNS, of_year)
