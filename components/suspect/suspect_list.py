"""The list of suspects to work on: one part of it at a time, several chosen, one step for all of them."""

import math
from dataclasses import asdict
from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA, show
from components.kpi.ledger_table import as_shown, shown_column
from components.navigation import SUSPECT_PAGE
from components.segment import segment
from components.session import bureau_now, current_user, engine, row_scope, source, version
from components.suspect.act_buttons import act_buttons
from data.access.roles import can
from data.engine import reading
from data.language import _, mark
from data.suspects.moving import ACTION
from queries.filters import Filters
from queries.suspects.revisions import seen
from queries.suspects.work_list import PARTS, Asked, WorkLine, work_counts, work_list

_PARTS = {
    "to_issue": mark("To be issued"),
    "out": mark("Out for checking"),
    "overdue": mark("Answer overdue"),
    "answered": mark("Answered, not in the ledger"),
    "in_ledger": mark("In the findings ledger"),
    "all": mark("All"),
}
_COLUMNS = [
    "suspect_state",
    "severity",
    "summary",
    "suspect_fen",
    "model",
    "issued_to",
    "due_date",
    "days_overdue",
    "section",
    "region",
    "flagged_date",
    "finding_code",
]
_SIZES = (50, 100, 500)
_SEEN, _HEIGHT = 16, 560


def suspect_list(filters: Filters) -> list[int]:
    """Draw the list; returns the numbers of the suspects chosen in it."""
    user = current_user()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = st.text_input(
            _("Search"),
            key="suspect_search",
            icon=":material/search:",
            placeholder=_("Number, entity, words, model, section …"),
            width=320,
        ).strip()
        issued_here = False
        if user.section_code is not None or user.region_code is not None:
            issued_here = st.toggle(_("Issued to us only"), key="suspects_issued_here")
        size = st.selectbox(_("Rows per page"), _SIZES, key="suspects_size", width=110)
    counts = work_counts(source(), filters, row_scope(), Asked("all", search, issued_here))
    part = st.segmented_control(
        _("Show"),
        list(PARTS),
        default=_first_part(counts),
        required=True,
        format_func=lambda code: segment(f"{_(_PARTS[code])} {show(counts[code], 'count')}"),
        key="suspect_part",
        label_visibility="collapsed",
        wrap=True,
    )
    if not counts[part]:
        st.info(_("No suspect is at this place for these filters."), icon=":material/event_available:")
        return []
    pages = math.ceil(counts[part] / size)
    wanted = int(st.session_state.get("suspects_page", 1))
    number = min(max(wanted, 1), pages)
    if number != wanted:
        st.session_state["suspects_page"] = number
    lines = work_list(
        source(),
        filters,
        row_scope(),
        Asked(part, search, issued_here),
        first=(number - 1) * size,
        most=size,
    )
    chosen = _grid(lines, part, filters)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        first = (number - 1) * size + 1
        st.caption(
            _("Rows {first}–{last} of {found}").format(
                first=show(first, "count"),
                last=show(first + len(lines) - 1, "count"),
                found=show(counts[part], "count"),
            )
        )
        if pages > 1:
            st.number_input(
                _("Page (of {pages})").format(pages=pages), 1, pages, key="suspects_page", width=150
            )
    if chosen:
        with reading(engine()) as connection:
            act_buttons(seen(connection, user, chosen), filters)
    elif can(user, ACTION):
        st.caption(_("Choose by the boxes at the left to work on several at once; click a cell to open one."))
    return chosen


def _first_part(counts: dict[str, int]) -> str:
    """The part with which somebody who comes begins: what is late, else what waits to be issued."""
    return next((part for part in ("overdue", "to_issue", "out") if counts[part]), "all")


def _grid(lines: list[WorkLine], part: str, filters: Filters) -> list[int]:
    """Draw the lines; a click on a cell opens the suspect, boxes choose."""
    frame = pd.DataFrame([asdict(line) for line in lines])
    frame["suspect_fen"] = frame["suspect_fen"].astype("Int64")
    frame["days_overdue"] = frame["days_overdue"].astype("Int64")
    every = st.checkbox(
        _("Choose all {count} on this page").format(count=show(len(lines), "count")),
        key=f"suspects_every_{part}",
    )
    shown = as_shown(frame, _COLUMNS)
    shown.insert(0, "suspect_id", frame["suspect_id"])
    choice: Any = st.dataframe(
        shown,
        key=f"suspects_{part}_{len(lines)}_{lines[0].suspect_id}_{version()}",
        hide_index=True,
        placeholder=NO_DATA,
        column_config={
            "suspect_id": st.column_config.NumberColumn(_("Number"), format="%d"),
            **{name: shown_column(name, frame) for name in _COLUMNS},
        },
        on_select="rerun",
        selection_mode=("multi-row", "single-cell"),
        height="content" if len(lines) <= _SEEN else _HEIGHT,
    )
    if cells := choice.selection.cells:
        opened = lines[cells[0][0]].suspect_id
        st.switch_page(SUSPECT_PAGE, query_params=address(filters, bureau_now().as_of, id=str(opened)))
    if every:
        return [line.suspect_id for line in lines]
    return [lines[place].suspect_id for place in choice.selection.rows]
