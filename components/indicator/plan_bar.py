"""Which plan and which of its years: chosen in the bar, kept in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.language import _
from queries.planning.indicator_standing import STATES
from queries.planning.plans import Plan, plan_in_force


@dataclass(frozen=True)
class PlanAsked:
    """The plan and the year to judge; `state` narrows the list to one of STATES."""

    plan: Plan
    year: int
    state: str | None


def plan_bar(found: Sequence[Plan], as_of: date) -> PlanAsked:
    """Draw the bar. Without a choice: the plan in force, and its newest year that has begun."""
    asked = st.query_params
    by_code = {plan.code: plan for plan in found}
    first = plan_in_force(found, as_of.year) or found[0]
    plan = by_code.get(asked.get("plan", ""), first)
    years = list(range(plan.first_year, max(plan.first_year, min(plan.last_year, as_of.year)) + 1))
    year = next((year for year in years if str(year) == asked.get("year")), years[-1])
    state = asked.get("state", "")
    # The address is the truth: a link or the Back button moves the widgets.
    st.session_state["indicator_plan"], st.session_state["indicator_year"] = plan.code, year
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox(
            _("Plan"),
            list(by_code),
            key="indicator_plan",
            format_func=lambda code: _name(by_code[code]),
            on_change=_write,
            args=("plan", "indicator_plan"),
            width=460,
        )
        st.selectbox(
            _("Year"),
            years[::-1],
            key="indicator_year",
            on_change=_write,
            args=("year", "indicator_year"),
            width=110,
        )
    return PlanAsked(plan, year, state if state in STATES else None)


def _name(plan: Plan) -> str:
    years = f"{plan.first_year}–{plan.last_year}"
    return _("{name} ({words})").format(name=plan.title, words=years)


def _write(name: str, key: str) -> None:
    st.query_params[name] = str(st.session_state[key])
    if name == "plan":
        st.query_params.pop("year", None)
    st.query_params.pop("state", None)
