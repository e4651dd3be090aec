"""What is compared with what: rows, columns and the figure of the picture; all of it is in the address."""

from dataclasses import dataclass

import streamlit as st

from components.address_choice import address_choice
from data.language import _
from queries.catalog import kpis
from queries.dimensions import DIMENSIONS

_SIDES = (
    "problem_class",
    "problem_subclass",
    "plan_year",
    "region",
    "unit_sector",
    "supervising_unit",
    "unit",
    "section",
    "project_type",
    "nature",
)
_FIGURES = (
    "findings",
    "finding_amount",
    "finding_units",
    "repeat_findings",
    "repeat_finding_rate",
    "findings_open",
    "findings_overdue",
    "overdue_amount",
    "rectification_rate_by_count",
    "rectification_rate_by_amount",
)


@dataclass(frozen=True)
class CrossChoice:
    """Two different dimensions and a KPI."""

    row: str
    column: str
    kpi: str


def cross_choice() -> CrossChoice:
    """Draw the three choices."""
    sides = {name: _(DIMENSIONS[name].title) for name in _SIDES}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        row = address_choice(_("Down the side"), sides, "rows", key="cross_rows", width=190)
        others = {name: words for name, words in sides.items() if name != row}
        column = address_choice(
            _("Across the top"), others, "columns", key="cross_columns", usual=_usual(row), width=190
        )
        figures = {name: str(kpis()[name].title) for name in _FIGURES}
        kpi = address_choice(_("Figure shown"), figures, "figure", key="cross_figure", width=230)
    return CrossChoice(row, column, kpi)


def _usual(row: str) -> str:
    return "problem_class" if row == "plan_year" else "plan_year"
