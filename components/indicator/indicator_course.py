"""The way of one indicator to the end of its plan: a bullet per year, targets as marks, never a line."""

from collections.abc import Mapping

import pandas as pd

from components.charts.bullets import bullets
from components.charts.draw import draw
from components.kpi.standing_words import actual_words, drawn_baseline, goal_words, standing_meaning
from data.language import _
from data.planning.indicator_units import in_kpi_terms
from queries.planning.indicator_standing import Standing
from queries.planning.plans import Indicator, Plan

_COLUMNS = ("code", "label", "value", "target", "baseline", "format", "meaning", "shown")


def indicator_course(plan: Plan, indicator: Indicator, found: Mapping[tuple[str, int], Standing]) -> None:
    """Draw every year of the plan on one scale; a year that has not begun has its target only."""
    rows = []
    for year in range(plan.first_year, plan.last_year + 1):
        one, goal = found.get((indicator.code, year)), indicator.goal(year)
        coming = None if goal is None else in_kpi_terms(goal, indicator.format)
        words = goal_words(indicator, one, year)
        rows.append(
            (
                year,
                str(year),
                one.value if one else None,
                (one.target.value if one.target else None) if one else coming,
                drawn_baseline(indicator),
                indicator.format,
                standing_meaning(one.state) if one else "no_data",
                f"{actual_words(one)}　{words}" if one else words,
            )
        )
    chart = bullets(
        pd.DataFrame(rows, columns=list(_COLUMNS)),
        title=_("On the way to its targets?"),
        is_one_scale=True,
        **{name: name for name in _COLUMNS},
    )
    draw(chart, key="indicator_course")
