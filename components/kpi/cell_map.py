"""A KPI over two dimensions in shades of one blue; a click on a cell opens exactly its rows."""

import pandas as pd
import streamlit as st

from components.charts.draw import draw
from components.charts.heat_map import heat_map
from components.kpi.open_rows import open_rows
from components.session import cells, groups
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters

_MOST_ROWS = 16


def cell_map(name: str, filters: Filters, *, rows: str, columns: str, title: str) -> None:
    """Draw the cells in the order of both dimensions; at most 16 rows, and what is left out is said."""
    down = groups(name, filters, rows)
    across = groups(name, filters, columns)
    found = {
        (cell.row_code, cell.column_code): cell.figure.value for cell in cells(name, filters, (rows, columns))
    }
    frame = pd.DataFrame(
        [
            (one.code, one.label, other.code, other.label, found.get((one.code, other.code)))
            for one in down[:_MOST_ROWS]
            for other in across
        ],
        columns=["row", "row_name", "column", "column_name", "value"],
    )
    chart = heat_map(
        frame,
        row="row_name",
        column="column_name",
        value="value",
        row_code="row",
        column_code="column",
        format=kpis()[name].format,
        title=title,
        nothing_here=_("nothing here"),
    )
    clicked = draw(chart, key=f"cells_{name}_{rows}_{columns}")
    if len(down) > _MOST_ROWS:
        st.caption(_("{number} more: open the rows.").format(number=len(down) - _MOST_ROWS))
    if clicked is not None and clicked in found:
        one, other = clicked
        open_rows(name, filters, (rows, one), (columns, other))
