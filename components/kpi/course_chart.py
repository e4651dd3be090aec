"""KPIs over the last twelve months as one line each; a click opens the rows of that day."""

from calendar import monthrange
from dataclasses import replace

import pandas as pd

from components.charts.draw import draw
from components.charts.trend import trend
from components.kpi.open_rows import open_rows
from components.session import figures_over, target
from queries.catalog import kpis
from queries.filters import Filters
from queries.run import month_ends


def course_chart(name: str, filters: Filters, *, title: str, beside: str | None = None) -> None:
    """Draw the course of a KPI, and of a second one of the same format behind it."""
    kpi = kpis()[name]
    days = month_ends(filters.as_of)
    # The present month is drawn as wide as the others, though it is not over yet.
    drawn = [*days[:-1], days[-1].replace(day=monthrange(days[-1].year, days[-1].month)[1])]
    points = {"day": drawn, "value": [point.value for point in figures_over(name, filters, days)]}
    if beside:
        points["other"] = [point.value for point in figures_over(beside, filters, days)]
    goal = target(name, filters)
    figure = trend(
        pd.DataFrame(points),
        date="day",
        value="value",
        format=kpi.format,
        title=title,
        target=goal.value if goal else None,
        name=str(kpi.title),
        other="other" if beside else None,
        other_name=str(kpis()[beside].title) if beside else "",
    )
    clicked = draw(figure, key=f"course_{name}")
    if clicked is not None:
        day = next(day for day in reversed(days) if f"{day:%Y-%m}" == clicked)
        open_rows(name, replace(filters, as_of=day))
