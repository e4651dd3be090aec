"""A KPI year by year, what it is made of stacked in each column; a click on a part opens its rows."""

from collections.abc import Mapping

from components.charts.columns_stacked import columns_stacked
from components.charts.draw import draw
from components.kpi.open_rows import open_rows
from components.session import cells
from data.codes import CODE_LISTS, label
from queries.catalog import kpis
from queries.dimensions import DIMENSIONS
from queries.filters import Filters


def columns_by_year(
    name: str, filters: Filters, *, year: str, part: str, title: str, meanings: Mapping[str, str]
) -> None:
    """Draw the columns by the dimension `year`, their parts in the order of the code list of `part`.

    `meanings` gives each code of the list the meaning of its colour; parts that no year has are left out.
    """
    found = {
        (cell.row_code, cell.column_code): cell.figure.value for cell in cells(name, filters, (year, part))
    }
    years = sorted({each for each, __ in found})
    present = {code for __, code in found}
    code_list = DIMENSIONS[part].code_list or ""
    chart = columns_stacked(
        found,
        columns={each: each for each in years},
        parts={code: label(code_list, code) for code in CODE_LISTS[code_list] if code in present},
        format=kpis()[name].format,
        title=title,
        meanings=meanings,
    )
    clicked = draw(chart, key=f"years_{name}_{part}")
    if clicked is not None:
        one, other = clicked
        open_rows(name, filters, (year, one), (part, other))
