"""The dialog of a step on the list of major problems; it asks for what the table asks for."""

from dataclasses import replace

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.inert import inert
from components.one_of import one_of
from components.session import bureau_now, engine, row_scope, source
from data.codes import MAJOR_CRITERION, WEEK_COLOUR, label
from data.engine import reading
from data.language import _, mark
from data.major_problems.moving import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_NUMBER,
    ListAct,
    MajorStepError,
    take_list_step,
)
from data.major_problems.standing import Standing
from data.major_problems.transitions import MajorTransition
from queries.major_problems.sections import section_names
from queries.major_problems.weeks import WeekCell, weeks_of

_BY_RULE = "rule"
_WEEKS_OFFERED = 8
_CONSEQUENCES = {
    "list": mark(
        "From its week on the list expects a state every week, and a review and approval of its own."
    ),
    "tell_week": mark("Counts as told from today on, whatever the week. A correction stands beside it."),
    "assign": mark("From that day on; who led before stays in its history."),
    "request": mark("Goes to the review of the list. Whoever asks cannot review."),
    "pass_review": mark("Goes to the approval of its close-out."),
    "send_back_review": mark("Stays on the list; whoever asked reads the reason."),
    "approve": mark("Leaves the list as closed out from that day on; its history stays."),
    "send_back_approval": mark("Stays on the list; whoever asked reads the reason."),
    "remove": mark("Leaves the list and its rate, with the reason. It can be put on again."),
}


def list_step(transition: MajorTransition, there: Standing) -> None:
    """Open the dialog for the problem as it was seen; the page behind it is drawn anew afterwards."""
    dialog(_(transition.title))(_draw)(transition, there)


def _draw(transition: MajorTransition, there: Standing) -> None:
    st.markdown(f"**{inert(there.finding_code)}** {inert(there.title)}")
    st.caption(_(_CONSEQUENCES[transition.act]))
    act = ListAct(transition.act)
    act = _week(there, act) if "week" in transition.needs else _step(transition, there, act)
    if st.button(_(transition.title), type="primary", width="stretch", key="major_take"):
        user = user_now(engine())
        if attempted(
            lambda: take_list_step(engine(), user, there.finding_id, there.revision, act), MajorStepError
        ):
            st.toast(_(transition.title), icon=":material/check_circle:")
            st.rerun()


def _step(transition: MajorTransition, there: Standing, act: ListAct) -> ListAct:
    today = bureau_now().as_of
    asked = (*transition.needs, *transition.takes)
    day = st.date_input(_("Date of the fact"), today, max_value=today, format="YYYY-MM-DD", key="major_day")
    act = replace(act, fact_date=day)
    if "criterion" in asked:
        criterion = st.selectbox(
            _("Criterion of a major problem"),
            list(MAJOR_CRITERION),
            index=None,
            format_func=lambda code: label("major_criterion", code),
            key="major_criterion",
        )
        act = replace(act, criterion=criterion)
    if "lead_section" in asked:
        led_by, tracker = there.lead
        with reading(engine()) as connection:
            sections = section_names(connection)
        place = list(sections).index(led_by) if led_by in sections else None
        lead = st.selectbox(
            _("Section that leads"),
            list(sections),
            index=place,
            format_func=lambda code: sections[code],
            key="major_lead",
        )
        who = st.text_input(_("Who tracks it"), tracker or "", max_chars=LONGEST_NAME, key="major_tracker")
        act = replace(act, lead_section_code=lead, tracker=who)
    if "document_number" in asked:
        number = st.text_input(
            _("Document number"), max_chars=LONGEST_NUMBER, placeholder=_("Optional"), key="major_number"
        )
        act = replace(act, document_number=number)
    if "note" in asked:
        is_needed = "note" in transition.needs
        note = st.text_area(
            _("Account or reason") if is_needed else _("Opinion"),
            max_chars=LONGEST_NOTE,
            height=100,
            placeholder="" if is_needed else _("Optional"),
            key="major_note",
        )
        act = replace(act, note=note)
    return act


def _week(there: Standing, act: ListAct) -> ListAct:
    offered = weeks_of(source(), there.finding_id, bureau_now().as_of, row_scope())[:_WEEKS_OFFERED]
    if not offered:
        return act
    week = st.selectbox(_("Week"), offered, format_func=_named, key="major_week")
    last = there.weeks[-1] if there.weeks else None
    state = st.text_area(
        _("State of the week"),
        max_chars=LONGEST_NOTE,
        height=90,
        placeholder=last.state if last else _("What was done this week, and what came of it"),
        key="major_state",
    )
    percent = st.slider(
        _("Progress (%)"), 0, 100, last.progress_percent if last else 0, step=5, key="major_progress"
    )
    following = st.text_area(_("What comes next"), max_chars=LONGEST_NOTE, height=70, key="major_next")
    by_rule = _("By rule: {colour}").format(colour=label("week_colour", week.rule_colour))
    colour = one_of(
        _("Colour of the week"),
        {_BY_RULE: by_rule} | {code: label("week_colour", code) for code in WEEK_COLOUR},
        key="major_colour",
    )
    reason = ""
    if colour != _BY_RULE:
        reason = st.text_input(
            _("Why another colour than by the rule"), max_chars=LONGEST_NOTE, key="major_colour_reason"
        )
    return replace(
        act,
        week_date=week.week_date,
        note=state,
        progress_percent=percent,
        next_step=following,
        colour=None if colour == _BY_RULE else colour,
        colour_reason=reason,
    )


def _named(week: WeekCell) -> str:
    told = _("told") if week.week_colour is not None else _("Not told")
    return _("Week from {day} · {told}").format(day=week.week_date.isoformat(), told=told)
