"""What of a plan needs attention in a year: missed and endangered targets, then figures that are owed."""

from collections.abc import Iterable

import streamlit as st

from components.address import address
from components.inert import inert
from components.kpi.standing_words import actual_words, goal_words, owed_words
from components.kpi.target_state import TEXT_COLOURS
from components.navigation import INDICATOR_PAGE, ROWS_PAGE
from components.session import bureau_now, figure
from data.language import _
from queries.filters import Filters
from queries.planning.indicator_standing import Standing

_MOST = 9
_PRESSING = ("breach", "at_risk", "no_data")


def indicator_attention(found: Iterable[Standing], filters: Filters) -> None:
    """Draw the list, the pressing ones first; each line opens the indicator's card."""
    pressing = sorted(
        (one for one in found if one.state in _PRESSING), key=lambda one: _PRESSING.index(one.state)
    )
    with st.container(border=True, height="stretch", gap="small"):
        heading = _("What needs attention")
        st.markdown(f"**{heading}**")
        if not pressing:
            words = _("Every target of the year is met.")
            st.markdown(f":green[✓ {words}]")
        for one in pressing[:_MOST]:
            with st.container(gap="xxsmall"):
                st.page_link(
                    INDICATOR_PAGE,
                    label=inert(one.indicator.title),
                    icon=":material/chevron_right:",
                    query_params=address(
                        Filters(as_of=filters.as_of), bureau_now().as_of, id=one.indicator.code
                    ),
                )
                told = (
                    owed_words(one.indicator)
                    if one.state == "no_data"
                    else _("{actual}, target {target}").format(
                        actual=actual_words(one), target=goal_words(one.indicator, one, one.year)
                    )
                )
                st.markdown(f":small[:{TEXT_COLOURS[one.state]}[{inert(told)}]]")
        if len(pressing) > _MOST:
            more = _("{number} more in the list below").format(number=len(pressing) - _MOST)
            st.caption(more)
        owed = figure("indicator_values_owed", Filters(as_of=filters.as_of)).rows
        if owed:
            st.page_link(
                ROWS_PAGE,
                label=_("Figures owed in all plans: {number}").format(number=owed),
                icon=":material/pending_actions:",
                query_params=address(
                    Filters(as_of=filters.as_of), bureau_now().as_of, kpi="indicator_values_owed"
                ),
            )
