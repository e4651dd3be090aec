"""One indicator of a plan: what it is, how it stands year by year, and what its figures are made of."""

import streamlit as st

from components.address import address
from components.indicator.edit_indicator_targets import edit_indicator_targets
from components.indicator.enter_indicator_value import enter_indicator_value
from components.indicator.indicator_course import indicator_course
from components.indicator.indicator_facts import indicator_facts
from components.indicator.indicator_history import indicator_history
from components.indicator.indicator_years import indicator_years
from components.inert import inert
from components.kpi.card_opening import card_opening
from components.kpi.drill_path import drill_path
from components.navigation import INDICATORS_PAGE
from components.session import (
    bureau_now,
    current_user,
    engine,
    indicator_entries,
    indicator_plans,
    indicator_standings,
)
from data.language import _
from data.planning.indicators import may_keep

opening = card_opening()
as_of, filters = bureau_now().as_of, opening.filters
matches = [(plan, one) for plan in indicator_plans() for one in plan.indicators if one.code == opening.code]
if not matches:
    drill_path(filters, opening.kpi, opening.steps)
    st.info(_("There is no such indicator. Open it from the list of its plan."), icon=":material/search_off:")
    st.page_link(INDICATORS_PAGE, label=_("Plan indicators"), query_params=address(None, as_of))
    st.stop()

plan, indicator = matches[0]
found = indicator_standings(plan, filters.as_of)
begun = [year for code, year in found if code == indicator.code]

drill_path(filters, opening.kpi, opening.steps, here=indicator.title)
st.header(inert(indicator.title))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    st.page_link(
        INDICATORS_PAGE,
        label=_("All indicators of the plan"),
        icon=":material/flag:",
        query_params=address(None, as_of, plan=plan.code),
    )
    if may_keep(current_user(), indicator.section_code):
        if not indicator.kpi and begun and st.button(_("Enter or correct a figure"), icon=":material/edit:"):
            enter_indicator_value(engine(), indicator, begun[::-1], as_of, year=begun[-1])
        if st.button(_("Targets and responsibility"), icon=":material/tune:"):
            edit_indicator_targets(engine(), plan, indicator)

indicator_facts(plan, indicator)

if begun:
    indicator_course(plan, indicator, found)
    indicator_years(plan, indicator, found)
else:
    st.info(_("There is no year of the plan that you can see figures of."), icon=":material/visibility_off:")

if not indicator.kpi:
    indicator_history(indicator, indicator_entries(indicator.code, filters.as_of))
