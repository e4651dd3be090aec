"""The warning rules with their settings and what they find now; a click on a rule opens its warnings."""

from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.kpi.ledger_table import chosen_row
from components.kpi.open_rows import open_rows
from components.navigation import WARNING_RULES_PAGE
from components.official.warning_thresholds import threshold_words
from components.session import bureau_now, current_user, engine, groups
from data.access.roles import can
from data.codes import label
from data.engine import reading
from data.language import _, language
from data.planning.warning_settings import ACTION
from queries.filters import Filters
from queries.planning.warning_standing import RuleStanding, rule_standings

# Pixels that the cycles of four classes take on one line.
_ROOM = {"zh": 220, "en": 290}
# Pixels that the headings of the narrow columns take: level, warnings, not checked, on or off.
_NARROW = {"zh": (50, 62, 66, 66), "en": (60, 78, 96, 78)}


def warning_rule_table(filters: Filters) -> None:
    """Draw the table; a rule that is off or not set says so, with the way to set it."""
    heading = _("Which rules warn?")
    st.markdown(f"**{heading}**")
    with reading(engine()) as connection:
        standings = rule_standings(connection)
    found = {group.code: group.figure.rows for group in groups("warnings", filters, "warning_rule")}
    unchecked = {
        group.code: group.figure.rows for group in groups("warnings_unchecked", filters, "warning_rule")
    }
    frame = pd.DataFrame(
        [
            (
                str(entry.rule.title),
                label("warning_level", entry.level),
                found.get(entry.rule.code, 0),
                unchecked.get(entry.rule.code, 0),
                _state(entry),
                threshold_words(entry),
            )
            for entry in standings
        ],
        columns=["title", "level", "warnings", "unchecked", "state", "thresholds"],
    )
    level, warnings, unchecked_width, state = _NARROW[language()]
    choice: Any = st.dataframe(
        frame,
        hide_index=True,
        height="content",
        key="warning_rules",
        column_config={
            "title": st.column_config.TextColumn(_("Warning rule"), pinned=True),
            "level": st.column_config.TextColumn(_("Level"), width=level),
            "warnings": st.column_config.NumberColumn(_("Warnings"), format="localized", width=warnings),
            "unchecked": st.column_config.NumberColumn(
                _("Not checked"),
                format="localized",
                width=unchecked_width,
                help=_("Something is not filled in or not set, the rule is off, or the post is no subject."),
            ),
            "state": st.column_config.TextColumn(_("On or off"), width=state),
            "thresholds": st.column_config.TextColumn(_("Thresholds"), width=_ROOM[language()]),
        },
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
    )
    _way_to_set(standings)
    if (chosen := chosen_row(choice)) is not None:
        columns = [column for __, column in choice.selection.cells]
        kpi = "warnings_unchecked" if columns == ["unchecked"] else "warnings"
        open_rows(kpi, filters, ("warning_rule", standings[chosen].rule.code))


def _state(entry: RuleStanding) -> str:
    if entry.setting.is_disabled:
        return _("Off")
    if entry.unset:
        return _("Not set") if len(entry.unset) == len(entry.rule.thresholds) else _("Partly set")
    return _("On")


def _way_to_set(standings: list[RuleStanding]) -> None:
    if can(current_user(), ACTION):
        st.page_link(
            WARNING_RULES_PAGE,
            label=_("Set the rules"),
            icon=":material/tune:",
            query_params=address(None, bureau_now().as_of),
        )
    elif any(entry.unset for entry in standings):
        st.caption(_("What is not set is not checked. Planning staff set it under Warning rules."))
