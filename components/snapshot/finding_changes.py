"""The findings that are others than when the day was frozen, with why; a click opens one."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA, show
from components.kpi.ledger_table import chosen_row
from components.navigation import FINDING_PAGE
from components.session import bureau_now
from data.codes import label
from data.language import _
from data.snapshots import FrozenFinding
from queries.filters import Filters
from queries.snapshots.comparing import FindingChange

_SEEN, _HEIGHT, _MOST = 14, 520, 2000


def finding_changes(changes: Iterable[FindingChange], key: str) -> None:
    """Draw the table of what changed."""
    listed = list(changes)
    words = {"entered": _("Entered the ledger"), "left": _("Left the ledger"), "changed": _("Is different")}
    lines = [
        {
            "code": each.finding_code,
            "change": words[each.change],
            "then": _state(each.state_then),
            "now": _state(each.state_now),
            "rectified_then": show(each.rectified_then, "fen"),
            "rectified_now": show(each.rectified_now, "fen"),
            "why": each.why,
        }
        for each in listed[:_MOST]
    ]
    titles = {
        "code": _("Finding number"),
        "change": _("Kind of change"),
        "then": _("State when frozen"),
        "now": _("State now"),
        "rectified_then": _("Rectified when frozen"),
        "rectified_now": _("Rectified now"),
        "why": _("Why"),
    }
    _draw(lines, titles, [each.finding_id for each in listed], key)


def frozen_list(findings: Iterable[FrozenFinding], key: str) -> None:
    """Draw the findings behind a frozen figure, as they were."""
    listed = list(findings)
    lines = [
        {
            "code": each.finding_code,
            "state": _state(each.state),
            "amount": show(each.amount_fen, "fen"),
            "rectified": show(each.rectified_fen, "fen"),
            "due": f"{each.due_date:%Y-%m-%d}" if each.due_date else NO_DATA,
        }
        for each in listed[:_MOST]
    ]
    titles = {
        "code": _("Finding number"),
        "state": _("State when frozen"),
        "amount": _("Amount found"),
        "rectified": _("Rectified when frozen"),
        "due": _("Due date"),
    }
    _draw(lines, titles, [each.finding_id for each in listed], key)


def _draw(lines: list[dict[str, str]], titles: dict[str, str], ids: list[int], key: str) -> None:
    if not lines:
        st.info(_("None."), icon=":material/check:")
        return
    choice: Any = st.dataframe(
        pd.DataFrame(lines),
        hide_index=True,
        height="content" if len(lines) <= _SEEN else _HEIGHT,
        column_config={
            name: st.column_config.TextColumn(title, width="large" if name == "why" else None)
            for name, title in titles.items()
        },
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        key=key,
    )
    if len(ids) > _MOST:
        st.caption(
            _("The first {shown} of {all}.").format(shown=show(_MOST, "count"), all=show(len(ids), "count"))
        )
    if (row := chosen_row(choice)) is not None:
        today = bureau_now().as_of
        st.switch_page(FINDING_PAGE, query_params=address(Filters(as_of=today), today, id=str(ids[row])))


def _state(code: str | None) -> str:
    return label("state", code) if code else NO_DATA
