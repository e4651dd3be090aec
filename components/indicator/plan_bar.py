"""Which plan and which of its years: chosen in the bar, kept in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.address_choice import address_choice
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
    by_code = {plan.code: plan for plan in found}
    first = plan_in_force(found, as_of.year) or found[0]
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        code = address_choice(
            _("Plan"),
            {plan.code: _name(plan) for plan in found},
            "plan",
            key="indicator_plan",
            usual=first.code,
            width=460,
            forgets=("year", "state"),
        )
        plan = by_code[code]
        years = range(max(plan.first_year, min(plan.last_year, as_of.year)), plan.first_year - 1, -1)
        year = address_choice(
            _("Year"),
            {str(year): str(year) for year in years},
            "year",
            key="indicator_year",
            width=110,
            forgets=("state",),
        )
    state = st.query_params.get("state", "")
    return PlanAsked(plan, int(year), state if state in STATES else None)


def _name(plan: Plan) -> str:
    years = f"{plan.first_year}–{plan.last_year}"
    return _("{name} ({words})").format(name=plan.title, words=years)
