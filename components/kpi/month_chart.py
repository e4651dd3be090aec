"""What came in and what was rectified, month by month; a click opens the findings of that month."""

import pandas as pd

from components.charts.columns_by_month import columns_by_month
from components.charts.draw import draw
from components.kpi.open_rows import open_rows
from components.session import groups
from data.language import _
from queries.filters import Filters
from queries.run import month_ends


def month_chart(filters: Filters) -> None:
    """Draw findings found and findings rectified in each of the last twelve months and the present one."""
    months = [f"{day:%Y-%m}" for day in month_ends(filters.as_of)]
    found = {group.code: group.figure.rows for group in groups("findings", filters, "found_month")}
    rectified = {group.code: group.figure.rows for group in groups("findings", filters, "rectified_month")}
    frame = pd.DataFrame(
        {
            "month": [f"{month}-01" for month in months],
            "found": [found.get(month, 0) for month in months],
            "rectified": [rectified.get(month, 0) for month in months],
        }
    )
    figure = columns_by_month(
        frame,
        month="month",
        value="found",
        format="count",
        title=_("How many came in, how many were rectified?"),
        name=_("Found"),
        other="rectified",
        other_name=_("Rectified in the month"),
    )
    clicked = draw(figure, key="months")
    if clicked is not None:
        open_rows("findings", filters, ("found_month", clicked))
