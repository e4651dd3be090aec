"""One figure where two dimensions meet: rows and columns with the most of it first, years in their order."""

import pandas as pd

from components.charts.draw import draw
from components.charts.heat_map import heat_map
from components.kpi.open_rows import open_rows
from components.session import cells, groups
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import Group

_IN_ORDER = ("plan_year",)


def cross_map(
    name: str,
    filters: Filters,
    row: str,
    column: str,
    *,
    title: str,
    most_rows: int = 12,
    most_columns: int = 6,
) -> None:
    """Draw a KPI by `row` and `column` (dimensions); a click on a cell opens its rows.

    Of a rate, groups with the most rows behind it come first: what is high in one case of one says little.
    """
    down = _chosen(name, filters, row, most_rows)
    across = _chosen(name, filters, column, most_columns)
    known = {
        (cell.row_code, cell.column_code): cell.figure.value for cell in cells(name, filters, (row, column))
    }
    frame = pd.DataFrame(
        [
            (one.code, one.label, other.code, other.label, known.get((one.code, other.code)))
            for one in down
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
        format=kpis()[name].format,
        title=title,
        nothing_here=_("none"),
    )
    clicked = draw(picture, key=f"cross_map_{name}_{row}_{column}")
    if clicked is not None and known.get(clicked) is not None:
        open_rows(name, filters, (row, clicked[0]), (column, clicked[1]))


def _chosen(name: str, filters: Filters, by: str, most: int) -> list[Group]:
    found = groups(name, filters, by)
    if by in _IN_ORDER:
        return found[-most:]
    is_rate = kpis()[name].format == "percent"
    return sorted(found, key=lambda group: -(group.figure.rows if is_rate else group.figure.value or 0))[
        :most
    ]
