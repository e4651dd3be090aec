"""Each figure when it was frozen, on that day by what is known now, and today; a click opens its rows."""

from typing import Any

import pandas as pd
import streamlit as st

from components.figures import show
from components.kpi.ledger_table import chosen_row
from components.kpi.open_rows import open_rows
from components.session import bureau_now
from data.language import _
from data.snapshots import SnapshotFacts
from queries.filters import Filters
from queries.reporting.report import change_words
from queries.run import Number
from queries.snapshots.comparing import Comparison, FigureThenAndNow

_TITLE_WIDTH = 230  # px: the longest title of the ledger's indicators in Chinese
_ROWS_OF_THE_DAY = {"again", "late"}
_ROWS_OF_TODAY = {"now", "change"}


def figures_then_and_now(found: Comparison, facts: SnapshotFacts) -> str | None:
    """Draw the table; the name of the KPI whose frozen findings were asked for by a click, if any."""
    today = bureau_now().as_of
    frame = pd.DataFrame([_line(each) for each in found.figures])
    titles = {
        "title": _("Indicator"),
        "then": _("Frozen"),
        "again": _("The same day, as known now"),
        "late": _("Recorded late or corrected"),
        "now": _("Today ({day})").format(day=today),
        "change": _("Change since"),
    }
    choice: Any = st.dataframe(
        frame,
        hide_index=True,
        height="content",
        column_config={
            name: st.column_config.TextColumn(
                title, pinned=name == "title", width=_TITLE_WIDTH if name == "title" else None
            )
            for name, title in titles.items()
        },
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        key=f"then_and_now_{facts.snapshot_id}",
    )
    st.caption(
        _("A click on a figure of the same day or of today opens its rows; on a frozen one, its findings.")
    )
    if (row := chosen_row(choice)) is None:
        return None
    kpi = found.figures[row].kpi
    column = next((name for __, name in choice.selection.cells), "")
    if column in _ROWS_OF_THE_DAY | _ROWS_OF_TODAY:
        day = facts.as_of_date if column in _ROWS_OF_THE_DAY else today
        open_rows(kpi.name, Filters(as_of=day))
    return kpi.name


def _line(each: FigureThenAndNow) -> dict[str, str]:
    return {
        "title": str(each.kpi.title),
        "then": show(each.then, each.kpi.format),
        "again": show(each.again, each.kpi.format),
        "late": _difference(each.again, each.then, each.kpi.format),
        "now": show(each.now, each.kpi.format),
        "change": _difference(each.now, each.then, each.kpi.format),
    }


def _difference(now: Number | None, then: Number | None, format: str) -> str:  # noqa: A002
    less = None if now is None or then is None else now - then
    words = change_words(less, format)
    return _("{number} points").format(number=words) if format == "percent" and less is not None else words
