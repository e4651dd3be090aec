"""How many indicators of a plan are met, at risk, missed, without a figure, without a target in a year."""

from collections import Counter
from collections.abc import Iterable

import streamlit as st

from components.address import address
from components.figures import show
from components.indicator.plan_bar import PlanAsked
from components.kpi.standing_words import standing_state
from components.kpi.target_state import SIGNS, TEXT_COLOURS
from components.navigation import INDICATORS_PAGE
from components.session import bureau_now
from data.language import _
from queries.filters import Filters
from queries.planning.indicator_standing import STATES, Standing

_NARROWEST = 120  # px: three side by side on a telephone


def indicator_score(asked: PlanAsked, filters: Filters, found: Iterable[Standing]) -> None:
    """Draw the five counts; a click narrows the list below to exactly the indicators counted."""
    counts = Counter(standing.state for standing in found)
    total = sum(counts.values())
    grid = st.grid(len(STATES), min_column_width=_NARROWEST, gap="small")
    for state in STATES:
        number, word = counts[state], standing_state(state)
        colour = TEXT_COLOURS[state] if number else "gray"
        is_chosen = asked.state == state
        with grid, st.container(border=True, height="stretch", gap="small"):
            st.metric(f":{colour}[{SIGNS.get(state, '')}] {word}".strip(), show(number, "count"))
            parts = {"plan": asked.plan.code, "year": str(asked.year)}
            st.page_link(
                INDICATORS_PAGE,
                label=_("Show all {number}").format(number=total)
                if is_chosen
                else _("of {number}").format(number=total),
                icon=":material/close:" if is_chosen else ":material/arrow_forward:",
                icon_position="right",
                query_params=address(
                    _day_only(filters), bureau_now().as_of, **parts, state="" if is_chosen else state
                ),
                disabled=not number and not is_chosen,
            )


def _day_only(filters: Filters) -> Filters:
    return Filters(as_of=filters.as_of)
