"""What the next plan cannot leave out: the duties of one rule that are open or fall due."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.inert import inert
from components.kpi.action_lines import action_lines
from components.navigation import CARDS
from components.session import bureau_now, rows
from data.language import _
from queries.filters import Filters
from queries.rows import Page

_DUE = "coverage_due_soon"
_LINES = ("coverage_open", "coverage_never", "coverage_gap_over_5", "coverage_gap_3_5", _DUE)
_SHOWN = 6
_NAME_LENGTH = 13  # letters that fit beside the day at 1366 px


def coming_duties(filters: Filters, rule: str) -> None:
    """Draw the figures of one rule that call for a project, and the objects that fall due first."""
    narrowed = replace(filters, drill=(("coverage_rule", rule),))
    with st.container(border=True, height="stretch"):
        heading = _("What the next plan cannot leave out")
        st.markdown(f"**{heading}**")
        action_lines(narrowed, _LINES)
        frame = rows(_DUE, narrowed, Page(limit=_SHOWN))
        if not frame.empty:
            st.caption(_("First to fall due"))
        for row in frame.to_dict("records"):
            _line(narrowed, row)


def _line(filters: Filters, row: dict[Hashable, Any]) -> None:
    name = str(row["audit_object"])
    label = inert(name if len(name) <= _NAME_LENGTH else f"{name[:_NAME_LENGTH]}…")
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        if pd.notna(row["unit_id"]):
            st.page_link(
                CARDS["unit"],
                label=label,
                help=inert(name),
                query_params=address(filters, bureau_now().as_of, id=str(int(row["unit_id"])), kpi=_DUE),
            )
        else:
            st.markdown(label)
        st.markdown(f":gray[{row['next_audit_date']:%Y-%m-%d}]")
