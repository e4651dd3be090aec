"""One figure of another page with its state, and the way there."""

import streamlit as st

from components.address import address
from components.figures import show
from components.kpi.target_state import SIGNS, TEXT_COLOURS, state_word
from components.kpi.target_words import against_target
from components.navigation import MENU
from components.session import bureau_now, figure, target
from data.language import _
from queries.catalog import kpis
from queries.compose import within
from queries.filters import Filters
from queries.targets import state_against


def page_pointer(path: str, name: str, filters: Filters) -> None:
    """Draw the figure of the KPI `name` below a link to the page of that path."""
    entry = next(entry for entry in MENU if entry.path == path)
    kpi, now, goal = kpis()[name], figure(name, filters), target(name, filters)
    state = state_against(now.value, goal)
    if now.value is not None and goal is None and kpi.better == "lower" and kpi.format == "count":
        state = "breach" if now.value else "meets"
    word, sign, colour = state_word(state), SIGNS[state], TEXT_COLOURS[state]
    if goal is None and state in {"breach", "meets"}:
        word = _("there should be none") if state == "breach" else _("none, as it should be")
    if goal is not None and state == "neutral":
        word = against_target(state, goal, kpi.format)
    with st.container(border=True, height="stretch", gap="xsmall"):
        st.page_link(
            path,
            label=_(entry.title),
            icon=f":material/{entry.icon}:",
            query_params=address(filters, bureau_now().as_of),
        )
        st.metric(str(kpi.title), show(now.value, kpi.format), help=str(kpi.definition))
        if within(kpi, filters) != filters:
            st.caption(_("Not narrowed by every filter above"))
        if word:
            told = f"{sign} {word}".lstrip()
            st.markdown(f":small[:{colour}[{told}]]")
