"""Where problems come back: one picture of two dimensions, the worst rows first."""

from components.kpi.cell_map import cell_map
from queries.filters import Filters


def repeat_map(filters: Filters, row: str, column: str, *, title: str, most_columns: int = 6) -> None:
    """Draw 屡审屡犯问题数 by `row` and `column` (dimensions); a click on a cell opens its findings."""
    cell_map(
        "repeat_findings",
        filters,
        rows=row,
        columns=column,
        title=title,
        most_first=True,
        most_rows=12,
        most_columns=most_columns,
    )
