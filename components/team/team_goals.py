"""Which goals for the team are reached: the shares that the plans ask for, against their targets."""

import pandas as pd

from components.charts.bullets import bullets
from components.charts.draw import draw
from components.figures import NO_DATA, show
from components.kpi.open_rows import open_rows
from components.kpi.target_state import SIGNS
from components.kpi.target_words import target_words
from components.session import figure, target
from data.language import _
from queries.catalog import kpis
from queries.filters import Filters
from queries.targets import state_against

_GOALS = (
    "qualification_share",
    "talent_share",
    "computer_training_rate",
    "computer_certificate_rate",
    "rotation_training_rate",
    "training_completion_rate",
    "young_division_heads",
)


def team_goals(filters: Filters) -> None:
    """Draw a bar for each goal, with a stroke where a plan in force sets one; a click opens its rows."""
    lines = []
    for name in _GOALS:
        kpi, now, goal = kpis()[name], figure(name, filters), target(name, filters)
        state = state_against(now.value, goal) if goal is not None and now.value is not None else None
        words = show(now.value, kpi.format) if now.value is not None else NO_DATA
        if state is not None and goal is not None:
            words = f"{SIGNS[state]} {words}　{target_words(goal, kpi.format)}".strip()
        meaning = "no_data" if now.value is None else state or "neutral"
        value = None if goal is None else goal.value
        lines.append((name, str(kpi.title), now.value, value, None, kpi.format, meaning, words))
    columns = ["code", "label", "value", "target", "baseline", "format", "meaning", "shown"]
    chart = bullets(
        pd.DataFrame(lines, columns=columns),
        label="label",
        value="value",
        target="target",
        baseline="baseline",
        format="format",
        meaning="meaning",
        shown="shown",
        code="code",
        title=_("Are the goals for the team reached?"),
    )
    clicked = draw(chart, key="team_goals")
    if clicked is not None:
        open_rows(str(clicked), filters)
