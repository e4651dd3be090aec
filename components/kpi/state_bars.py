"""Who is behind: a KPI that counts, group by group, its states after each other; each part opens its rows."""

from collections.abc import Mapping

from components.charts.draw import draw
from components.charts.stacked_bars import stacked_bars
from components.kpi.open_rows import open_rows
from components.session import cells
from data.codes import label
from queries.catalog import kpis
from queries.dimensions import DIMENSIONS
from queries.filters import Filters


def state_bars(
    name: str,
    filters: Filters,
    *,
    by: str,
    state: str,
    order: tuple[str, ...],
    meanings: Mapping[str, str],
    title: str,
    most: int | None = None,
) -> None:
    """Draw a bar for each group of `by`, at `most` so many, the states of `order` from left to right.

    The group with most of the first state is on top: what is late lines up at the axis and can be compared.
    `meanings` gives a state the meaning of its colour; states that are not in `order` are not drawn.
    """
    found = cells(name, filters, (by, state))
    counts = {(cell.row_code, cell.column_code): cell.figure.value for cell in found}
    names = {cell.row_code: cell.row_label for cell in found}
    ranked = sorted(names, key=lambda code: tuple(-(counts.get((code, one)) or 0) for one in order))
    code_list = DIMENSIONS[state].code_list or ""
    chart = stacked_bars(
        counts,
        bars={code: names[code] for code in ranked[:most]},
        parts={code: label(code_list, code) for code in order},
        format=kpis()[name].format,
        title=title,
        meanings=meanings,
    )
    clicked = draw(chart, key=f"states_{name}_{by}")
    if clicked is not None:
        group, one = clicked
        open_rows(name, filters, (by, group), (state, one))
