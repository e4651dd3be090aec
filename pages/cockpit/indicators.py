"""规划指标: what the plan in force promised, how each indicator stands in the year, the way to the end."""

import streamlit as st

from components.address import read_filters
from components.indicator.indicator_attention import indicator_attention
from components.indicator.indicator_bullets import indicator_bullets
from components.indicator.indicator_score import indicator_score
from components.indicator.indicator_table import indicator_table
from components.indicator.no_plans import no_plans
from components.indicator.plan_bar import plan_bar
from components.indicator.plan_verdict import plan_verdict
from components.session import bureau_now, current_user, indicator_plans, indicator_standings
from data.language import _

st.title(_("Plan indicators"))
filters = read_filters(bureau_now().as_of)
plans = indicator_plans()
if not plans:
    no_plans()
    st.stop()

asked = plan_bar(plans, filters.as_of)
found = indicator_standings(asked.plan, filters.as_of)
plan_verdict(asked, found, filters.as_of)
if current_user().region_code or current_user().section_code:
    st.caption(
        _(
            "You see the figures of your own region or section; totals of the whole bureau are not judged "
            "by them."
        )
    )

of_year = [found[one.code, asked.year] for one in asked.plan.indicators if (one.code, asked.year) in found]
indicator_score(asked, filters, of_year)

if of_year:
    narrowed = [one for one in of_year if asked.state in {None, one.state}]
    picture, attention = st.columns([2, 1])
    with picture:
        indicator_bullets(
            [one for one in narrowed if asked.state or one.state != "no_target"],
            filters,
            title=_("Where is the plan in {year}?").format(year=asked.year),
        )
        st.caption(
            _(
                "Bar: the actual figure, blue where it is not judged, or only at the year's end; stroke: the "
                "target of the year; grey one: the baseline. Each row has a scale of its own."
            )
        )
    with attention:
        indicator_attention(of_year, filters)

st.subheader(_("The way to the end of the plan"))
st.caption(_("Actual / target of each year. Nothing is interpolated: a year without a target has none."))
indicator_table(asked, found, filters)
