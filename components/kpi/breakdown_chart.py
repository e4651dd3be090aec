"""A KPI by one dimension as bars; a click on a bar opens exactly its rows."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.charts.bars import bars
from components.charts.draw import draw
from components.figures import show
from components.kpi.group_state import group_state
from components.kpi.open_rows import open_rows
from components.session import figure, groups
from data.language import _
from queries.catalog import Kpi, kpis
from queries.dimensions import DIMENSIONS
from queries.filters import Filters
from queries.run import Group

_MOST_BARS = 14
_FILTERED = {"year", "region", "section", "project_type", "amount_band"}


def breakdown_chart(
    name: str, by: str, filters: Filters, *, title: str, sort: bool = False, goal: float | None = None
) -> None:
    """Draw the bars in the order of the dimension, or worst first where `sort` is set; at most 14 of them.

    `goal` is marked by a line: what each of the groups has to reach.

    Rates are compared with the rate of the whole: who is more than five points behind it is at risk, more
    than ten a breach. Totals are neutral: a large group is not a bad one.
    """
    kpi = kpis()[name]
    found = groups(name, filters, by)
    if sort:
        found = sorted(found, key=lambda group: _badness(group, kpi.better))
    shown, left_out = found[:_MOST_BARS], len(found) - _MOST_BARS
    whole = figure(name, _without(filters, by)).value
    frame = pd.DataFrame(
        [
            (group.code, group.label, group.figure.value, group_state(kpi, by, group, filters, whole))
            for group in shown
        ],
        columns=["code", "label", "value", "meaning"],
    )
    chart = bars(
        frame,
        label="label",
        value="value",
        code="code",
        format=kpi.format,
        title=title,
        meaning="meaning",
        target=goal,
    )
    clicked = draw(chart, key=f"breakdown_{name}_{by}")
    _explain(kpi, by, whole, left_out, goal)
    if clicked is not None:
        open_rows(name, filters, (by, clicked))


def _without(filters: Filters, by: str) -> Filters:
    """The filters without the one that narrows to groups of `by`: a group is not compared with itself."""
    field = {"plan_year": "year"}.get(by, by)
    nothing: dict[str, Any] = {field: None}
    return replace(filters, **nothing) if field in _FILTERED else filters


def _explain(kpi: Kpi, by: str, whole: float | None, left_out: int, goal: float | None) -> None:
    words = []
    if goal is not None:
        words.append(_("The dashed line is what each has to reach; colours compare with the whole."))
    if kpi.format == "percent" and whole is not None:
        rule = (
            _("As a whole: {value}. Amber: more than 5 points behind it; red: more than 10.")
            if kpi.better == "higher"
            else _("As a whole: {value}. Amber: more than 5 points above it; red: more than 10.")
        )
        words.append(rule.format(value=show(whole, kpi.format)))
    if left_out > 0:
        dimension = _(DIMENSIONS[by].title)
        words.append(
            _("{number} more by {dimension}: open the rows and break them down.").format(
                number=left_out, dimension=dimension
            )
        )
    if words:
        st.caption(" ".join(words))


def _badness(group: Group, better: str | None) -> tuple[bool, float]:
    number = group.figure.value
    if number is None:
        return (True, 0.0)
    return (False, float(number) if better == "higher" else -float(number))
