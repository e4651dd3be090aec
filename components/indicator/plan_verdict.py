"""Where a plan stands in its validity: how long it runs, or, once it is over, its final verdict."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import streamlit as st

from components.indicator.plan_bar import PlanAsked
from components.inert import inert
from data.language import _
from data.shipped_names import shipped_name
from queries.planning.indicator_standing import Standing, last_judged
from queries.planning.plans import Plan


def plan_verdict(asked: PlanAsked, found: Mapping[tuple[str, int], Standing], as_of: date) -> None:
    """Draw the line below the bar: validity, document, and for a plan that is over what became of it."""
    plan = asked.plan
    told = [_("Valid {first}–{last}").format(first=plan.first_year, last=plan.last_year)]
    if plan.source:
        told.append(inert(shipped_name(plan.source)))
    if asked.year == as_of.year:
        running = _("The year {year} still runs: its figures are those of {day}.")
        told.append(running.format(year=asked.year, day=as_of.isoformat()))
    st.caption(" · ".join(told))
    if as_of < date(plan.first_year, 1, 1):
        st.info(_("The plan has not begun: there are targets, and no figures yet."), icon=":material/event:")
    elif as_of >= date(plan.last_year, 12, 31):
        _final(plan, found)


def _final(plan: Plan, found: Mapping[tuple[str, int], Standing]) -> None:
    seen = {code for code, __ in found}
    judged = [last_judged(found, code, plan.last_year) for code in seen]
    counts = Counter(one.state if one else "no_target" for one in judged)
    words = _(
        "The plan is over. Final verdict on each indicator's last target: {met} met, {missed} missed, "
        "{absent} without a figure; {unset} never had a target."
    )
    st.info(
        words.format(
            met=counts["meets"],
            missed=counts["breach"],
            absent=counts["no_data"],
            unset=counts["no_target"],
        ),
        icon=":material/flag:",
    )
