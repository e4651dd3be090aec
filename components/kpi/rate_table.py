"""Several KPIs side by side for the groups of one dimension; a click on a cell opens exactly its rows."""

from typing import Any

import pandas as pd
import streamlit as st

from components.charts.text import half_widths
from components.figures import NO_DATA
from components.kpi.ledger_table import chosen_row
from components.kpi.open_rows import open_rows
from components.kpi.target_words import against_target
from components.session import figure, group_target, groups
from data.codes import CODE_LISTS
from data.language import _
from queries.catalog import has_kpis_of_groups, kpis
from queries.dimensions import DIMENSIONS, group_label, group_place
from queries.filters import Filters
from queries.run import Group
from queries.targets import state_against

_VERDICT = "verdict"
# Pixels of the first column: beside its words, of half a Chinese character, and at most. Left to itself the
# grid cuts the longest name.
_AROUND, _HALF, _WIDEST = 18, 6.4, 260
_NAMES = ("findings", "findings_overdue", "rectification_rate_by_count", "rectification_rate_by_amount")


def rate_table(
    filters: Filters,
    by: str,
    *,
    title: str,
    names: tuple[str, ...] = _NAMES,
    unplanned: str = "",
    order: tuple[str, ...] = (),
) -> None:
    """Draw the figures of each group; rates as bars. Missing figures stay empty: no data is not nought.

    A group's name opens the rows of the first of `names`; where its groups are KPIs of their own, a column
    says how each stands against its target. With `unplanned`, words for it, every code of the dimension's
    closed list has its line, also where nothing is on record. Codes in `order` stand first.
    """
    st.markdown(f"**{title}**")
    found = {name: {group.code: group for group in groups(name, filters, by)} for name in names}
    labels = {code: group.label for of_one in found.values() for code, group in of_one.items()}
    known = set(labels)
    labels = _with_unplanned(by, unplanned) | labels if unplanned and known else labels
    first = {code: place for place, code in enumerate(order)}
    codes = sorted(labels, key=lambda code: (first.get(code, len(first)), group_place(by, code)))
    if not codes:
        st.info(_("Nothing matches the filters."), icon=":material/search_off:")
        return
    frame = pd.DataFrame({"label": [labels[code] for code in codes]})
    for name in names:
        frame[name] = [_shown(name, found[name].get(code), filters) for code in codes]
    is_judged = has_kpis_of_groups(names[0], by)
    if is_judged:
        frame[_VERDICT] = [_verdict(names[0], by, found[names[0]].get(code), filters) for code in codes]
    heading = _(DIMENSIONS[by].title)
    room = int(_AROUND + _HALF * max(half_widths(words) for words in (heading, *frame["label"])))
    config: dict[str, Any] = {
        "label": st.column_config.TextColumn(heading, pinned=True, width=min(room, _WIDEST))
    }
    for name in names:
        heading, definition = str(kpis()[name].title), str(kpis()[name].definition)
        if kpis()[name].format == "percent":
            config[name] = st.column_config.ProgressColumn(
                heading, help=definition, format="%.2f%%", min_value=0, max_value=100
            )
        else:
            config[name] = st.column_config.NumberColumn(heading, help=definition, format="localized")
    if is_judged:
        config[_VERDICT] = st.column_config.TextColumn(_("Against the plan"))
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
        if codes[chosen] not in known:
            return
        kpi = column if column in names else names[0]
        open_rows(kpi, filters, (by, codes[chosen]))


def _verdict(name: str, by: str, group: Group | None, filters: Filters) -> str | None:
    """In words; nothing where no plan in force sets a target, or there is no figure."""
    goal = group_target(name, by, group.code, filters) if group is not None else None
    if group is None or goal is None or group.figure.value is None:
        return None
    return against_target(state_against(group.figure.value, goal), goal, kpis()[name].format)


def _with_unplanned(by: str, words: str) -> dict[str, str]:
    """Every code of the closed list of a dimension, called as one of which nothing is on record."""
    codes = CODE_LISTS[DIMENSIONS[by].code_list or ""]
    return {
        code: _("{name} ({words})").format(name=group_label(by, code, None), words=words) for code in codes
    }


def _shown(name: str, group: Group | None, filters: Filters) -> float | None:
    """The figure in whole or per cent; nought for a group without rows where something is counted at all."""
    kpi = kpis()[name]
    if group is not None and group.figure.value is not None:
        return group.figure.value * 100 if kpi.format == "percent" else group.figure.value
    return 0 if kpi.format == "count" and figure(name, filters).value is not None else None
