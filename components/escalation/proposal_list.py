"""What the rules propose, rung by rung, and the matters for government supervision: choose, look, decide."""

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.address_choice import address_choice
from components.address_words import address_words
from components.escalation.decide_dialog import Proposed, decide_dialog, may_decide
from components.escalation.proof import proof
from components.figures import NO_DATA, show
from components.kpi.ledger_table import as_shown, shown_column
from components.navigation import ROWS_PAGE
from components.past_day import past_day
from components.session import bureau_now, groups, row_count, rows, version
from data.codes import ESCALATION_STEP, label
from data.language import _
from queries.cell_words import cell_words
from queries.filters import Filters
from queries.rows import Page

_PROPOSALS, _CANDIDATES = "escalation_proposals", "supervision_candidates"
_COLUMNS = [
    "warning_level",
    "title",
    "unit",
    "escalation_reason",
    "due_date",
    "days_overdue",
    "open_fen",
    "rung_reached",
    "rung_date",
    "finding_code",
]
_KINDS = ["is_key_difficult", "is_not_in_place", "is_dragging_on", "is_found_again"]
_OF_CANDIDATES = ["title", "unit", *_KINDS, *_COLUMNS[3:]]
_MOST = 200
_SEEN, _HEIGHT = 12, 460


def proposal_list(filters: Filters) -> None:
    """Draw the part that is chosen; who may, decides on the chosen lines at once."""
    counts = {
        str(group.code): int(group.figure.rows) for group in groups(_PROPOSALS, filters, "escalation_step")
    }
    counts = {step: counts[step] for step in reversed(ESCALATION_STEP) if counts.get(step)}
    counts[_CANDIDATES] = row_count(_CANDIDATES, filters, "")
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = address_words(
            "words", _("Number, title, unit, project, section …"), key="escalation_search", width=280
        )
        part = address_choice(
            _("Show"),
            {code: f"{_named(code)} {show(count, 'count')}" for code, count in counts.items()},
            "part",
            key="escalation_part",
            look="bare segments",
        )
    kpi = _CANDIDATES if part == _CANDIDATES else _PROPOSALS
    narrowed = filters
    if kpi == _PROPOSALS:
        narrowed = replace(filters, drill=(*filters.drill, ("escalation_step", part)))
    frame = rows(kpi, narrowed, Page(search, limit=_MOST))
    if frame.empty:
        st.markdown(":green[:material/check_circle:] " + _("Nothing waits for a decision here."))
        return
    columns = _OF_CANDIDATES if kpi == _CANDIDATES else _COLUMNS
    # What is chosen holds for the very findings that stand here: other filters may show as many others.
    standing_here = hash(tuple(int(number) for number in frame["finding_id"]))
    choice: Any = st.dataframe(
        as_shown(frame, columns),
        key=f"escalation_{part}_{standing_here}_{version()}",
        hide_index=True,
        placeholder=NO_DATA,
        column_config={name: shown_column(name, frame) for name in columns},
        on_select="rerun",
        selection_mode=("multi-row", "single-cell"),
        height="content" if len(frame) <= _SEEN else _HEIGHT,
    )
    _rest(kpi, narrowed, search, len(frame))
    step = "government_supervision" if kpi == _CANDIDATES else part
    if cells := choice.selection.cells:
        proof(frame.iloc[cells[0][0]], filters)
    chosen = [_proposed(frame.iloc[place]) for place in choice.selection.rows]
    _decide(chosen, step, filters)


def _named(code: str) -> str:
    return _("Matters for government supervision") if code == _CANDIDATES else label("escalation_step", code)


def _rest(kpi: str, narrowed: Filters, search: str, shown: int) -> None:
    found = row_count(kpi, narrowed, search)
    if found <= shown:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            _("The {shown} most pressing, of {found}.").format(
                shown=show(shown, "count"), found=show(found, "count")
            )
        )
        st.page_link(
            ROWS_PAGE,
            label=_("All rows"),
            icon=":material/table_rows:",
            query_params=address(narrowed, bureau_now().as_of, kpi=kpi),
        )


def _proposed(row: "pd.Series[Any]") -> Proposed:
    return Proposed(
        int(row["finding_id"]),
        str(row["finding_code"]),
        str(row["unit"]),
        cell_words("escalation_reason", row["escalation_reason"]),
    )


def _decide(chosen: list[Proposed], step: str, filters: Filters) -> None:
    steps = may_decide()
    if not steps:
        st.caption(_("Click a cell to see the proof. Leaders and the rectification review decide."))
        return
    if past_day(filters):
        return
    if not chosen:
        st.caption(
            _("Choose by the boxes at the left to decide on several at once; click a cell for the proof.")
        )
        return
    if step not in steps:
        st.caption(_("The leadership decides on this rung; you may decide on a lower one."))
    if st.button(
        _("Decide ({count})").format(count=show(len(chosen), "count")),
        icon=":material/gavel:",
        type="primary",
    ):
        decide_dialog(chosen, step)
