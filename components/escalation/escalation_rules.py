"""The escalation rules with their settings and what they find now; who may, is led to where they are set."""

from typing import Any

import pandas as pd
import streamlit as st

from components.kpi.ledger_table import chosen_row
from components.kpi.open_rows import open_rows
from components.navigation import WARNING_RULES_PAGE
from components.official.warning_thresholds import threshold_words
from components.session import current_user, engine, groups
from data.access.roles import can
from data.codes import label
from data.engine import reading
from data.language import _
from data.planning.warning_settings import ACTION
from queries.filters import Filters
from queries.planning.warning_standing import escalation_standings

_KPI = "escalation_hits"


def escalation_rules(filters: Filters) -> None:
    """Draw the table; a click on a rule opens the findings that it falls on."""
    with reading(engine()) as connection:
        standings = escalation_standings(connection)
    found = {group.code: group.figure.rows for group in groups(_KPI, filters, "warning_rule")}
    frame = pd.DataFrame(
        [
            (
                label("escalation_step", entry.rule.step),
                str(entry.rule.title),
                label("warning_level", entry.level),
                found.get(entry.rule.code, 0),
                _("Off") if entry.setting.is_disabled else _("On"),
                threshold_words(entry),
            )
            for entry in standings
        ],
        columns=["step", "title", "level", "findings", "state", "thresholds"],
    )
    choice: Any = st.dataframe(
        frame,
        hide_index=True,
        height="content",
        key="escalation_rules",
        column_config={
            "step": st.column_config.TextColumn(_("Rung of supervision")),
            "title": st.column_config.TextColumn(_("Rule")),
            "level": st.column_config.TextColumn(_("Level"), width=54),
            "findings": st.column_config.NumberColumn(_("Findings"), format="localized", width=62),
            "state": st.column_config.TextColumn(_("On or off"), width=72),
            "thresholds": st.column_config.TextColumn(_("Thresholds"), width=260),
        },
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
    )
    if can(current_user(), ACTION):
        st.page_link(
            WARNING_RULES_PAGE,
            label=_("Set the rules"),
            icon=":material/tune:",
            query_params={"rules": "escalation"},
        )
    else:
        st.caption(_("Planning staff set the thresholds under Warning rules."))
    if (chosen := chosen_row(choice)) is not None:
        open_rows(_KPI, filters, ("warning_rule", standings[chosen].rule.code))
