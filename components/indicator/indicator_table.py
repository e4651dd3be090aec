"""The indicators of a plan as a ledger: state in the year, and the path of targets and actuals to its end."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.address import address
from components.figures import NO_DATA
from components.indicator.plan_bar import PlanAsked
from components.kpi.ledger_table import chosen_row
from components.kpi.standing_words import actual_words, baseline_words, goal_words, owed_words, verdict_words
from components.navigation import INDICATOR_PAGE
from components.session import bureau_now
from data.language import _
from data.shipped_names import shipped_name
from queries.filters import Filters
from queries.planning.indicator_standing import Standing, last_judged
from queries.planning.plans import Indicator

_WHOLE, _MOST = 17, 640  # as many indicators are shown whole; more scroll within so many px


def indicator_table(asked: PlanAsked, found: Mapping[tuple[str, int], Standing], filters: Filters) -> None:
    """Draw the indicators whose state in the year is the one asked for; a click opens the card."""
    shown = [
        one
        for one in asked.plan.indicators
        if (standing := found.get((one.code, asked.year)))
        and (asked.state is None or standing.state == asked.state)
    ]
    if not shown:
        st.info(_("No indicator of this plan is in this state."), icon=":material/search_off:")
        return
    years = range(asked.plan.first_year, asked.plan.last_year + 1)
    lines = []
    for one in shown:
        standing = found[one.code, asked.year]
        lines.append(
            {
                "indicator": one.title,
                "state": verdict_words(standing, last_judged(found, one.code, asked.year)),
                **{str(year): _path(one, found.get((one.code, year)), year) for year in years},
                "baseline": baseline_words(one),
                "section": one.section or _("not named"),
                "origin": _("computed") if one.kpi else _("entered"),
                "formula": shipped_name(one.formula or "") or None,
                "note": owed_words(one) if standing.state == "no_data" else shipped_name(one.note or ""),
            }
        )
    if not any(line["baseline"] for line in lines):
        for line in lines:
            del line["baseline"]
    titles = {
        "indicator": _("Indicator"),
        "state": _("State in {year}").format(year=asked.year),
        "baseline": _("Baseline"),
        "section": _("Responsible section"),
        "origin": _("Figure"),
        "formula": _("Formula"),
        "note": _("Note"),
    } | {str(year): str(year) for year in years}
    wide: dict[str, Any] = {"indicator": 270, "baseline": 290, "formula": "large", "note": "large"}
    columns: dict[str, Any] = {
        name: st.column_config.TextColumn(title, width=wide.get(name), pinned=name == "indicator")
        for name, title in titles.items()
    }
    choice: Any = st.dataframe(
        pd.DataFrame(lines),
        hide_index=True,
        placeholder=NO_DATA,
        column_config=columns,
        on_select="rerun",
        selection_mode=("single-row", "single-cell"),
        height="content" if len(lines) <= _WHOLE else _MOST,
        key=f"indicators_{asked.plan.code}_{asked.year}_{asked.state}",
    )
    if (chosen := chosen_row(choice)) is not None:
        as_of = bureau_now().as_of
        code = shown[chosen].code
        st.switch_page(INDICATOR_PAGE, query_params=address(Filters(as_of=filters.as_of), as_of, id=code))


def _path(indicator: Indicator, standing: Standing | None, year: int) -> str:
    goal = goal_words(indicator, standing, year)
    return f"{actual_words(standing)} / {goal}" if standing else f"— / {goal}"
