"""Several KPIs side by side for the groups of one dimension; a click on a cell opens exactly its rows."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA
from components.ledger_table import chosen_row
from components.navigation import ROWS_PAGE
from components.session import bureau_now, groups
from data.language import _
from queries.catalog import kpis
from queries.dimensions import DIMENSIONS
from queries.filters import Filters
from queries.run import Group

_COUNTS = ("findings", "findings_overdue")
_RATES = ("rectification_rate_by_count", "rectification_rate_by_amount")


def rate_table(filters: Filters, by: str, *, title: str) -> None:
    """Draw counts and rates of each group. Missing figures stay empty: no data is not nought."""
    st.markdown(f"**{title}**")
    found = {name: {group.code: group for group in groups(name, filters, by)} for name in (*_COUNTS, *_RATES)}
    codes = list(found["findings"])
    if not codes:
        st.info(_("No findings match the filters."), icon=":material/search_off:")
        return
    frame = pd.DataFrame({"label": [found["findings"][code].label for code in codes]})
    for name in _COUNTS:
        frame[name] = [found[name][code].figure.rows if code in found[name] else 0 for code in codes]
    for name in _RATES:
        frame[name] = [_percent(found[name].get(code)) for code in codes]
    config: dict[str, Any] = {"label": st.column_config.TextColumn(_(DIMENSIONS[by].title))}
    for name in _COUNTS:
        config[name] = st.column_config.NumberColumn(str(kpis()[name].title), format="localized")
    for name in _RATES:
        config[name] = st.column_config.ProgressColumn(
            str(kpis()[name].title), format="%.2f%%", min_value=0, max_value=100
        )
    choice: Any = st.dataframe(
        frame,
        hide_index=True,
        placeholder=NO_DATA,
        column_config=config,
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        key=f"rates_{by}",
    )
    if (chosen := chosen_row(choice)) is not None:
        # A cell opens the rows of its own figure; the box and the name of the group open its findings.
        column = choice.selection.cells[0][1] if choice.selection.cells else ""
        kpi = column if column in kpis() else "findings"
        narrowed = replace(filters, drill=(*filters.drill, (by, codes[chosen])))
        st.switch_page(ROWS_PAGE, query_params=address(narrowed, bureau_now().as_of, kpi=kpi))


def _percent(group: Group | None) -> float | None:
    return None if group is None or group.figure.value is None else group.figure.value * 100
