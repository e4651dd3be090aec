"""How old the open findings are; a click on a bar opens exactly its rows."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.address import address
from components.charts.ageing_bars import ageing_bars
from components.charts.draw import draw
from components.kpi_tile import ROWS_PAGE
from components.session import bureau_now, groups
from data.language import _
from queries.filters import Filters

# A finding open for a quarter of a year needs a look; the longer, the redder.
_OLD = ("d91_180", "d181_365", "d366_plus")


def open_by_age(filters: Filters) -> None:
    """Draw the ageing of open findings."""
    found = groups("ageing", filters, "ageing_bucket")
    frame = pd.DataFrame(
        [(group.code, group.label, group.figure.value) for group in found], columns=["code", "label", "value"]
    )
    frame["is_old"] = frame["code"].isin(_OLD)
    figure = ageing_bars(
        frame,
        label="label",
        value="value",
        code="code",
        format="count",
        title=_("How long have open findings been open?"),
        is_overdue="is_old",
    )
    clicked = draw(figure, key="open_by_age")
    if clicked is not None:
        narrowed = replace(filters, drill=(*filters.drill, ("ageing_bucket", str(clicked))))
        st.switch_page(ROWS_PAGE, query_params=address(narrowed, bureau_now().as_of, kpi="ageing"))
