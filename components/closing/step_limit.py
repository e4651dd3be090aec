"""The part of a step that sets a limit: by the type of rectification days, dated goals, or a planned year."""

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from components.figures import NO_DATA
from components.one_of import one_of
from data.closing.step import Step
from data.closing.transitions import FindingTransition
from data.codes import RECTIFICATION_TYPE
from data.language import _
from data.settings import number
from queries.closing.seen import Seen

_LONGEST_GOAL = 200
_MOST_GOALS = 10
_PHASE_DAYS = 180
_YEARS_AHEAD = 10


def step_limit(transition: FindingTransition, now: Seen, step: Step, day: date) -> Step:
    """Draw what the act asks of limits; the step with it."""
    asked = (*transition.needs, *transition.takes)
    if "rectification_type" in asked:
        return _notice(step, day)
    if "new_due_date" not in asked:
        return step
    dues = [standing.due_date for standing in now.standings if standing.due_date]
    waiting = [standing.asked_due_date for standing in now.standings if standing.asked_due_date]
    if len(now.standings) == 1:
        st.caption(
            _("Limit in force: {day}").format(day=dues[0].isoformat() if dues else NO_DATA)
            + (" · " + _("Asked for: {day}").format(day=waiting[0].isoformat()) if waiting else "")
        )
    # Of several each is extended to what was asked for it, unless one limit is set for all.
    proposed = waiting[0] if waiting and len(now.standings) == 1 else None
    limit = st.date_input(
        _("New limit"),
        proposed,
        min_value=max([day, *(due + timedelta(days=1) for due in dues)]),
        format="YYYY-MM-DD",
        help=_("Empty: the limit that was asked for.") if waiting else None,
        key="step_limit",
    )
    return replace(step, new_due_date=limit)


def _notice(step: Step, day: date) -> Step:
    kind = one_of(
        _("Rectification type"),
        {code: _(words) for code, words in RECTIFICATION_TYPE.items()},
        key="step_type",
        first="immediate",
    )
    if kind == "phased":
        step = replace(step, planned=_goals(day))
    elif kind == "continuous":
        year = st.number_input(
            _("Planned year"), day.year, day.year + _YEARS_AHEAD, day.year + 1, key="step_year"
        )
        step = replace(step, new_due_date=date(int(year), 12, 31))
    else:
        days = st.number_input(_("Days to rectify"), 1, 3650, number("AUDIT_IMMEDIATE_DAYS"), key="step_days")
        step = replace(step, new_due_date=day + timedelta(days=int(days)))
        st.caption(_("Limit: {day}").format(day=(day + timedelta(days=int(days))).isoformat()))
    answer = st.date_input(
        _("Written answer due by"),
        day + timedelta(days=number("AUDIT_ANSWER_DAYS")),
        min_value=day,
        format="YYYY-MM-DD",
        help=_("The unit's report of its result. It makes no finding overdue."),
        key="step_answer",
    )
    return replace(step, rectification_type=kind, answer_due_date=answer)


def _goals(day: date) -> tuple[tuple[date, str], ...]:
    count = st.number_input(_("Number of dated goals"), 1, _MOST_GOALS, 2, key="step_goals")
    goals = []
    for place in range(int(count)):
        left, right = st.columns([1, 2])
        until = left.date_input(
            _("Goal {number}: by").format(number=place + 1),
            day + timedelta(days=_PHASE_DAYS * (place + 1)),
            min_value=day,
            format="YYYY-MM-DD",
            key=f"step_goal_day_{place}",
        )
        goal = right.text_input(_("What is reached then"), max_chars=_LONGEST_GOAL, key=f"step_goal_{place}")
        if until:
            goals.append((until, goal))
    return tuple(goals)
