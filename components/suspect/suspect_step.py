"""The dialog of a step that suspects take: issue, take up, answer, set aside; one of them or many at once."""

from collections.abc import Mapping

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.figures import show
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import bureau_now, engine
from data.language import _, mark
from data.planning.task_rules import LONGEST_NOTE
from data.suspects.moving import Step, SuspectStepError, move
from data.suspects.transitions import ANSWERS, BY_ACT
from data.transition import Transition
from queries.administration.binding_choices import binding_choices

_FEN = 100
_MOST_YUAN = 10**13
_NAMED = 8  # numbers of suspects that are named
# What each act entails, for whoever is about to take it.
_CONSEQUENCES = {
    "issue": mark("From that day on it waits for an answer; after the due day it counts as overdue."),
    "dismiss": mark("Closed without being issued; the reason stays with it. It can be checked again."),
    "reassign": mark("Whoever had it is rid of it; the new due day counts."),
    "take_up": mark("Says that somebody is at it. The due day stays as it is."),
    "confirm": mark("Counts as confirmed; it can then be entered into the findings ledger."),
    "confirm_partly": mark("Counts as confirmed in part, with the amount that was confirmed."),
    "refute": mark("Counts as answered and not confirmed. The account is what the model learns from."),
    "check_again": mark("Goes back to being checked; the answer before stays in the course."),
}


def suspect_step(act: str, revisions: Mapping[int, int], *, amount_fen: int | None = None) -> None:
    """Open the dialog for suspects, number → the revision they were seen at.

    `amount_fen` is proposed as the amount confirmed. The page behind it is drawn anew when the step is taken.
    """
    dialog(_(BY_ACT[act].title))(_draw)(BY_ACT[act], revisions, amount_fen)


def _draw(transition: Transition, revisions: Mapping[int, int], amount_fen: int | None) -> None:
    today = bureau_now().as_of
    st.markdown(
        _("{count} suspects: {numbers}").format(
            count=show(len(revisions), "count"), numbers=inert(_numbers(list(revisions)))
        )
    )
    st.caption(_(_CONSEQUENCES[transition.act]))
    with st.form(f"suspect_step_{transition.act}", border=False):
        section, region, due = None, None, None
        if "section_or_region" in transition.needs:
            section, region = _places()
        if "due_date" in transition.needs:
            due = st.date_input(
                _("Answer due by"), None, min_value=today, format="YYYY-MM-DD", key="suspect_due"
            )
        fen: int | None = None
        if transition.act in ANSWERS and transition.act != "refute":
            fen = _amount(amount_fen)
        day = st.date_input(
            _("Date of the fact"), today, max_value=today, format="YYYY-MM-DD", key="suspect_day"
        )
        note = st.text_area(
            _("Account of it") if transition.act in ANSWERS else _("Remark"),
            max_chars=LONGEST_NOTE,
            height=100,
            placeholder="" if "note" in transition.needs else _("Optional"),
            key="suspect_note",
        )
        is_sent = st.form_submit_button(_(transition.title), type="primary", width="stretch")
    if not is_sent:
        return
    step = Step(transition.act, note, day, section, region, due, fen)
    if attempted(lambda: move(engine(), user_now(engine()), revisions, step), SuspectStepError):
        st.toast(
            _("{act}: {count} suspects").format(act=_(transition.title), count=show(len(revisions), "count")),
            icon=":material/check_circle:",
        )
        st.rerun()


def _numbers(numbers: list[int]) -> str:
    shown = "、".join(str(number) for number in numbers[:_NAMED])
    return shown if len(numbers) <= _NAMED else _("{numbers} and others").format(numbers=shown)


def _places() -> tuple[str | None, str | None]:
    choices = binding_choices(engine())
    left, right = st.columns(2)
    section = left.selectbox(
        _("To section"),
        [None, *choices.sections],
        format_func=lambda code: choices.sections[code] if code else _("None"),
        key="suspect_to_section",
    )
    region = right.selectbox(
        _("To region"),
        [None, *choices.regions],
        format_func=lambda code: choices.regions[code] if code else _("None"),
        key="suspect_to_region",
    )
    return section, region


def _amount(proposed: int | None) -> int | None:
    yuan = st.number_input(
        _("Amount confirmed (yuan)"),
        0.0,
        float(_MOST_YUAN),
        value=None if proposed is None else proposed / _FEN,
        step=1.0,
        format="%.2f",
        placeholder=_("Optional"),
        key="suspect_amount",
    )
    return None if yuan is None else round(yuan * _FEN)
