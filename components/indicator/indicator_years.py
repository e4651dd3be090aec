"""An indicator year by year: figure, target and state, and the way to what each figure is made of."""

from collections.abc import Mapping

import streamlit as st

from components.address import address
from components.inert import inert
from components.kpi.standing_words import actual_words, goal_words, milestone_words, owed_words, verdict_words
from components.kpi.target_state import TEXT_COLOURS
from components.navigation import ROWS_PAGE
from components.session import bureau_now
from data.language import _
from data.shipped_names import shipped_name
from queries.planning.indicator_standing import Standing, last_judged
from queries.planning.plans import Indicator, Plan

_WIDTHS: tuple[int, ...] = (50, 140, 300, 270, 110)  # px: year, figure, target, state, way to the rows


def indicator_years(plan: Plan, indicator: Indicator, found: Mapping[tuple[str, int], Standing]) -> None:
    """Draw a line for each year of the plan; a computed figure opens exactly the rows it was made from."""
    with st.container(border=True, gap="small"):
        for year in range(plan.first_year, plan.last_year + 1):
            one = found.get((indicator.code, year))
            milestone = indicator.milestone(year)
            # On a narrow screen a year takes two or three lines.
            line = st.container(horizontal=True, vertical_alignment="center", gap="small")
            of_year, actual, goal, state, way = (line.container(width=width) for width in _WIDTHS)
            of_year.markdown(f"**{year}**")
            title, words = _("Target"), goal_words(indicator, one, year)
            wording = f"{words} · {shipped_name(milestone.label)}" if milestone else words
            goal.markdown(f":small[:gray[{title}]] {inert(wording)}")
            for before in indicator.earlier(year):
                goal.caption(inert(f"{milestone_words(indicator, before)} · {shipped_name(before.label)}"))
            if one is None:
                not_begun = _("not yet begun")
                actual.markdown(f":gray[{not_begun}]")
                continue
            actual.markdown(f"**{inert(actual_words(one))}**")
            standing = verdict_words(one, last_judged(found, indicator.code, year))
            told = owed_words(indicator) if one.state == "no_data" else standing
            state.markdown(f":{TEXT_COLOURS[one.state]}[{inert(told)}]")
            if one.filters is not None and one.value is not None:
                way.page_link(
                    ROWS_PAGE,
                    label=_("Rows"),
                    icon=":material/table_rows:",
                    query_params=address(one.filters, bureau_now().as_of, kpi=str(indicator.kpi)),
                )
            elif one.day is not None:
                way.caption(_("As of {day}").format(day=one.day.isoformat()))
