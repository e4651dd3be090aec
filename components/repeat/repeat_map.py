"""Where problems come back: one picture of two dimensions, the worst rows first."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.address import address
from components.charts.draw import draw
from components.charts.heat_map import heat_map
from components.navigation import ROWS_PAGE
from components.session import bureau_now, cells, groups
from data.language import _
from queries.filters import Filters

_KPI = "repeat_findings"
_ROWS = 12


def repeat_map(filters: Filters, row: str, column: str, *, title: str, most_columns: int = 6) -> None:
    """Draw 屡审屡犯问题数 by `row` and `column` (dimensions); a click on a cell opens its findings.

    Rows are those with the most repeats; columns too, except years, which stand in their order.
    """
    most = sorted(groups(_KPI, filters, row), key=lambda group: -(group.figure.value or 0))[:_ROWS]
    across = groups(_KPI, filters, column)
    if column != "plan_year":
        across = sorted(across, key=lambda group: -(group.figure.value or 0))
    across = across[-most_columns:] if column == "plan_year" else across[:most_columns]
    known = {
        (cell.row_code, cell.column_code): cell.figure.value for cell in cells(_KPI, filters, (row, column))
    }
    frame = pd.DataFrame(
        [
            (down.code, down.label, other.code, other.label, known.get((down.code, other.code)))
            for down in most
            for other in across
        ],
        columns=["code", "name", "other", "other_name", "count"],
    )
    picture = heat_map(
        frame,
        row="name",
        column="other_name",
        value="count",
        row_code="code",
        column_code="other",
        format="count",
        title=title,
        nothing_here=_("none"),
    )
    clicked = draw(picture, key=f"repeat_map_{row}_{column}")
    if clicked is not None and known.get(clicked):
        drill = (*filters.drill, (row, str(clicked[0])), (column, str(clicked[1])))
        st.switch_page(
            ROWS_PAGE, query_params=address(replace(filters, drill=drill), bureau_now().as_of, kpi=_KPI)
        )
