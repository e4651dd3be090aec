"""A KPI by one dimension as bars; a click on a bar opens exactly its rows."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.address import address
from components.charts.bars import bars
from components.charts.draw import draw
from components.kpi_tile import ROWS_PAGE
from components.session import bureau_now, groups
from data.language import _
from queries.catalog import kpis
from queries.dimensions import DIMENSIONS
from queries.filters import Filters
from queries.run import Group

_MOST_BARS = 14


def breakdown_chart(name: str, by: str, filters: Filters, *, title: str, sort: bool = False) -> None:
    """Draw the bars in the order of the dimension, or worst first where `sort` is set; at most 14 of them."""
    kpi = kpis()[name]
    found = groups(name, filters, by)
    if sort:
        found = sorted(found, key=lambda group: _badness(group, kpi.better))
    left_out = len(found) - _MOST_BARS
    frame = pd.DataFrame(
        [(group.code, group.label, group.figure.value) for group in found[:_MOST_BARS]],
        columns=["code", "label", "value"],
    )
    figure = bars(
        frame,
        label="label",
        value="value",
        code="code",
        format=kpi.format,
        title=title,
        target=kpi.target,
        better=kpi.better or "higher",
    )
    clicked = draw(figure, key=f"breakdown_{name}_{by}")
    if left_out > 0:
        st.caption(
            _("{number} more by {dimension}: open the rows and break them down.").format(
                number=left_out, dimension=_(DIMENSIONS[by].title)
            )
        )
    if clicked is not None:
        narrowed = replace(filters, drill=(*filters.drill, (by, str(clicked))))
        st.switch_page(ROWS_PAGE, query_params=address(narrowed, bureau_now().as_of, kpi=name))


def _badness(group: Group, better: str | None) -> tuple[bool, float]:
    number = group.figure.value
    if number is None:
        return (True, 0.0)
    return (False, float(number) if better == "higher" else -float(number))
