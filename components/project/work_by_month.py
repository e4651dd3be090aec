"""Person-days month by month, and how many of them online; a click opens the records of that month."""

from dataclasses import replace

import pandas as pd

from components.charts.columns_by_month import columns_by_month
from components.charts.draw import draw
from components.kpi.open_rows import open_rows
from components.session import groups
from data.codes import label
from data.language import _
from queries.filters import Filters
from queries.run import month_ends

_KPI, _BY = "person_days", "work_month"


def work_by_month(filters: Filters) -> None:
    """Draw the last twelve months and the present one."""
    months = [f"{day:%Y-%m}" for day in month_ends(filters.as_of)]
    online = replace(filters, drill=(*filters.drill, ("work_mode", "online")))
    days, days_online = (
        {group.code: group.figure.value for group in groups(_KPI, asked, _BY)} for asked in (filters, online)
    )
    frame = pd.DataFrame(
        {
            "month": [f"{month}-01" for month in months],
            "days": [days.get(month, 0) for month in months],
            "online": [days_online.get(month, 0) for month in months],
        }
    )
    figure = columns_by_month(
        frame if days else frame[:0],
        month="month",
        value="days",
        format="count",
        title=_("How many person-days went into audits?"),
        name=_("Person-days"),
        other="online",
        other_name=label("work_mode", "online"),
    )
    clicked = draw(figure, key="work_months")
    if clicked is not None:
        open_rows(_KPI, filters, (_BY, clicked))
