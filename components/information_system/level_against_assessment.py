"""Protection level against the state of the assessment: how many systems stand where."""

import streamlit as st

from components.charts.draw import draw
from components.charts.heat_map import heat_map
from components.kpi.open_rows import open_rows
from components.session import cells
from data.codes import ASSESSMENT_STATE, PROTECTION_LEVEL, label
from data.language import _
from queries.filters import Filters

_SYSTEMS = "systems"
_NONE = ""


def level_against_assessment(filters: Filters) -> None:
    """Draw the matrix; a click on a cell opens its systems."""
    found = {
        (cell.row_code, cell.column_code): cell.figure.value
        for cell in cells(_SYSTEMS, filters, ("protection_level", "assessment_state"))
    }
    levels = [code for code in (*PROTECTION_LEVEL, _NONE) if any(code == row for row, __ in found)]
    chart = heat_map(
        found,
        rows={level: label("protection_level", level) if level else _("Level not known") for level in levels},
        columns={
            state: label("assessment_state", state)
            for state in ASSESSMENT_STATE
            if state != "unknown" or _NONE in levels
        },
        format="count",
        title=_("Which systems are graded and assessed?"),
        nothing_here=_("no system here"),
    )
    clicked = draw(chart, key="level_against_assessment")
    st.caption(
        _(
            "An assessment holds half a year for level 4, a year for level 3, two years for level 2; "
            "nothing is asked of level 1 and of what is not graded."
        )
    )
    if clicked is not None and found.get(clicked):
        level, state = clicked
        open_rows(_SYSTEMS, filters, ("protection_level", level), ("assessment_state", state))
