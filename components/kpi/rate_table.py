"""Several KPIs side by side for the groups of one dimension; a click on a cell opens exactly its rows."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA
from components.kpi.ledger_table import chosen_row
from components.navigation import ROWS_PAGE
from components.session import bureau_now, figure, groups
from data.language import _
from queries.catalog import kpis
from queries.dimensions import DIMENSIONS, group_place
from queries.filters import Filters
from queries.run import Group

_NAMES = ("findings", "findings_overdue", "rectification_rate_by_count", "rectification_rate_by_amount")


def rate_table(
    filters: Filters,
    by: str,
    *,
    title: str,
    names: tuple[str, ...] = _NAMES,
    coming: tuple[str, ...] = (),
) -> None:
    """Draw the figures of each group; rates as bars. Missing figures stay empty: no data is not nought.

    A group's name opens the rows of the first of `names`. `coming` are titles of figures that nothing is
    connected to yet: their heading says so, their cells stay grey and open nothing.
    """
    st.markdown(f"**{title}**")
    found = {name: {group.code: group for group in groups(name, filters, by)} for name in names}
    labels = {code: group.label for of_one in found.values() for code, group in of_one.items()}
    codes = sorted(labels, key=lambda code: group_place(by, code))
    if not codes:
        st.info(_("Nothing matches the filters."), icon=":material/search_off:")
        return
    frame = pd.DataFrame({"label": [labels[code] for code in codes]})
    for name in names:
        frame[name] = [_shown(name, found[name].get(code), filters) for code in codes]
    for absent in coming:
        frame[absent] = None  # a grey dash, never nought
    config: dict[str, Any] = {"label": st.column_config.TextColumn(_(DIMENSIONS[by].title), pinned=True)}
    for name in names:
        heading, definition = str(kpis()[name].title), str(kpis()[name].definition)
        if kpis()[name].format == "percent":
            config[name] = st.column_config.ProgressColumn(
                heading, help=definition, format="%.2f%%", min_value=0, max_value=100
            )
        else:
            config[name] = st.column_config.NumberColumn(heading, help=definition, format="localized")
    for absent in coming:
        heading = _("{title} (not connected)").format(title=absent)
        config[absent] = st.column_config.TextColumn(heading)
    choice: Any = st.dataframe(
        frame,
        hide_index=True,
        height="content",
        placeholder=NO_DATA,
        column_config=config,
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        key=f"rates_{by}_{names[0]}",
    )
    if (chosen := chosen_row(choice)) is not None:
        # A cell opens the rows of its own figure; the box and the name of the group open those of the first.
        column = choice.selection.cells[0][1] if choice.selection.cells else "label"
        if column in coming:
            return
        kpi = column if column in names else names[0]
        narrowed = replace(filters, drill=(*filters.drill, (by, codes[chosen])))
        st.switch_page(ROWS_PAGE, query_params=address(narrowed, bureau_now().as_of, kpi=kpi))


def _shown(name: str, group: Group | None, filters: Filters) -> float | None:
    """The figure in whole or per cent; nought for a group without rows where something is counted at all."""
    kpi = kpis()[name]
    if group is not None and group.figure.value is not None:
        return group.figure.value * 100 if kpi.format == "percent" else group.figure.value
    return 0 if kpi.format == "count" and figure(name, filters).value is not None else None
