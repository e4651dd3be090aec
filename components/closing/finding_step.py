"""The dialog of a step that findings take, one or many at once; it asks for what the table asks for."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from components.attempted import attempted
from components.closing.outcomes import keep_outcomes
from components.closing.step_limit import step_limit
from components.closing.step_money import step_money
from components.dialog import dialog
from components.figures import show
from components.frame.sign_in import user_now
from components.inert import inert
from components.session import bureau_now, engine
from data.closing.moving import Asked, take_step, take_steps
from data.closing.rules import LONGEST_BODY, LONGEST_NOTE, LONGEST_NUMBER
from data.closing.step import FindingStepError, Step
from data.closing.transitions import FindingTransition
from data.language import _, mark
from queries.closing.seen import Seen

_NAMED = 6  # findings that are named
# What each act entails, for whoever is about to take it.
_CONSEQUENCES = {
    "notify": mark("From that day on the unit owes the rectification; after the limit it counts as overdue."),
    "measure": mark("What the unit means to do. Neither state nor limit changes."),
    "progress": mark("Money that was rectified counts from that day on; the finding stays open."),
    "submit": mark("The business section decides next whether it is rectified."),
    "accept": mark("Counts as rectified from that day on."),
    "not_accept": mark("Stays open; whoever submitted it reads the reason."),
    "ask_extension": mark("The limit stays as it is until the leadership has decided."),
    "extend": mark("The new limit counts from that day on, and so does the extension."),
    "refuse_extension": mark("The limit stays; the reason stays with the request."),
    "request": mark("Goes to the business section for its first review."),
    "first_review": mark("Goes to the second review; whoever passed the first cannot take it."),
    "second_review": mark("Goes to the leadership for approval."),
    "approve": mark("Can then be closed out with its number."),
    "close": mark("Counts as closed out from that day on."),
    "look_back": mark("Stays closed; what was looked at stays with it."),
    "reopen": mark("Open again from that day on; all that was before stays in its history."),
    "transfer": mark(
        "Leaves the ledger's rates from that day on; it is followed in the register of transfers."
    ),
    "withdraw": mark("Leaves the ledger's rates from that day on, with its reason."),
    "return": mark("Counts again as it stood before it left."),
}
_SENT_BACK = mark(
    "Goes back; close-out has to be requested again. The reason is read by whoever requested it."
)


def finding_step(transition: FindingTransition, now: Seen) -> None:
    """Open the dialog for the findings as they were seen; the page behind it is drawn anew afterwards."""
    dialog(_(transition.title))(_draw)(transition, now)


def _draw(transition: FindingTransition, now: Seen) -> None:
    today = bureau_now().as_of
    names = _(", ").join(inert(standing.finding_code) for standing in now.standings[:_NAMED])
    st.markdown(
        _("{count} findings: {numbers}").format(
            count=show(len(now.standings), "count"),
            numbers=names
            if len(now.standings) <= _NAMED
            else _("{numbers} and others").format(numbers=names),
        )
    )
    st.caption(_(_CONSEQUENCES.get(transition.act, _SENT_BACK)))
    day = st.date_input(_("Date of the fact"), today, max_value=today, format="YYYY-MM-DD", key="step_day")
    step = Step(transition.act, fact_date=day)
    step = step_limit(transition, now, step, day or today)
    asked = (*transition.needs, *transition.takes)
    if "receiving_body" in asked:
        body = st.text_input(
            _("Receiving body"),
            max_chars=LONGEST_BODY,
            placeholder=_("Such as the supervision commission, the police, the department in charge"),
            key="step_body",
        )
        step = replace(step, receiving_body=body)
    if "document_number" in asked:
        number = st.text_input(
            _("Close-out number") if transition.act == "close" else _("Document number"),
            max_chars=LONGEST_NUMBER,
            placeholder=_("As the office gave it"),
            key="step_number",
        )
        step = replace(step, document_number=number)
    if "money" in asked and len(now.standings) == 1:
        step = replace(step, money=step_money(transition, now.standings[0]))
    note = st.text_area(
        _("Account or reason") if "note" in transition.needs else _("Opinion"),
        max_chars=LONGEST_NOTE,
        height=100,
        placeholder="" if "note" in transition.needs else _("Optional"),
        key="step_note",
    )
    if st.button(_(transition.title), type="primary", width="stretch", key="step_take"):
        _take(transition, now.revisions, replace(step, note=note))


def _take(transition: FindingTransition, revisions: Mapping[int, int], step: Step) -> None:
    user = user_now(engine())
    if len(revisions) == 1:
        ((finding_id, revision),) = revisions.items()
        if attempted(lambda: take_step(engine(), user, finding_id, revision, step), FindingStepError):
            st.toast(_(transition.title), icon=":material/check_circle:")
            st.rerun()
        return
    asked = [Asked(finding_id, revision, step) for finding_id, revision in revisions.items()]
    if attempted(lambda: keep_outcomes(transition, take_steps(engine(), user, asked))):
        st.rerun()
