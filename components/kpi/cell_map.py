"""A KPI over two dimensions in shades of one blue; a click on a cell opens exactly its rows."""

import streamlit as st

from components.charts.draw import draw
from components.charts.heat_map import heat_map
from components.kpi.open_rows import open_rows
from components.session import cells, groups
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import Group

_IN_ORDER = ("plan_year",)


def cell_map(
    name: str,
    filters: Filters,
    *,
    rows: str,
    columns: str,
    title: str,
    most_first: bool = False,
    most_rows: int = 16,
    most_columns: int | None = None,
) -> None:
    """Draw the cells of `rows` × `columns` (dimensions) in the order of both; rows left out are counted.

    With `most_first` the groups with the most of it come first, and years stay in their order, the newest of
    them. Of a rate those with the most rows behind it do: what is high in one case of one says little.
    """
    down = _chosen(name, filters, rows, most_rows, most_first=most_first)
    across = _chosen(name, filters, columns, most_columns, most_first=most_first)
    found = {
        (cell.row_code, cell.column_code): cell.figure.value for cell in cells(name, filters, (rows, columns))
    }
    chart = heat_map(
        found,
        rows={group.code: group.label for group in down},
        columns={group.code: group.label for group in across},
        format=kpis()[name].format,
        title=title,
        nothing_here=_("nothing here"),
    )
    clicked = draw(chart, key=f"cells_{name}_{rows}_{columns}")
    left_out = len(groups(name, filters, rows)) - len(down)
    if left_out:
        st.caption(_("{number} more: open the rows.").format(number=left_out))
    if clicked is not None and found.get(clicked) is not None:
        one, other = clicked
        open_rows(name, filters, (rows, one), (columns, other))


def _chosen(name: str, filters: Filters, by: str, most: int | None, *, most_first: bool) -> list[Group]:
    found = groups(name, filters, by)
    if not most_first:
        return found[:most]
    if by in _IN_ORDER:
        return found[-most:] if most else found
    is_rate = kpis()[name].format == "percent"
    return sorted(found, key=lambda group: -(group.figure.rows if is_rate else group.figure.value or 0))[
        :most
    ]
