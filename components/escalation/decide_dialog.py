"""The dialog in which a person decides on rungs that are proposed: with a letter, later, or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.figures import show
from components.frame.sign_in import user_now
from components.inert import inert
from components.one_of import one_of
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.codes import ESCALATION_DECISION, label
from data.engine import reading
from data.escalation.deciding import (
    LONGEST_ADDRESSEE,
    LONGEST_DEMAND,
    LONGEST_REASON,
    Decision,
    EscalationError,
    decide,
    decided_until,
)
from data.escalation.ladder import BY_STEP, LADDER
from data.language import _

_NAMED = 3
_PUT_OFF_DAYS = 30


@dataclass(frozen=True)
class Proposed:
    """A finding to decide on, and why its rung is proposed, in words ("": nothing proposed it)."""

    finding_id: int
    finding_code: str
    unit: str
    grounds: str


def decide_dialog(chosen: list[Proposed], step: str) -> None:
    """Open the dialog for the findings; the page behind it is drawn anew afterwards."""
    with reading(engine()) as connection:
        seen = decided_until(connection, [line.finding_id for line in chosen])
    dialog(_("Decide on the escalation"), width="large")(_draw)(chosen, step, seen)


def may_decide() -> list[str]:
    """The rungs that the reader may decide on, the lowest first."""
    return [rung.step for rung in LADDER if can(current_user(), rung.right)]


def _draw(chosen: list[Proposed], proposed: str, seen: Mapping[int, int]) -> None:
    units = {line.unit for line in chosen}
    st.markdown(
        _("{count} findings of {units} units").format(
            count=show(len(chosen), "count"), units=show(len(units), "count")
        )
    )
    for line in chosen[:_NAMED]:
        st.markdown(
            f"**{inert(line.finding_code)}** {inert(line.unit)}  \n:small[:gray[{inert(line.grounds)}]]"
        )
    if len(chosen) > _NAMED:
        st.caption(_("and {count} more").format(count=show(len(chosen) - _NAMED, "count")))
    steps = may_decide()
    decision = one_of(
        _("Decision"),
        {code: _(words) for code, words in ESCALATION_DECISION.items()},
        key="escalation_decision",
        first="approved",
    )
    step = proposed
    if decision == "approved":
        step = st.selectbox(
            _("Rung"),
            steps,
            index=steps.index(proposed) if proposed in steps else 0,
            format_func=lambda code: label("escalation_step", code),
            key="escalation_rung",
            help=_(
                "Another rung than the one proposed may be decided; what is left out stands in the history."
            ),
        )
        wanted = _letter(step, len(units))
    else:
        wanted = _not_now(str(decision), step)
    if st.button(_("Decide on it"), type="primary", width="stretch", key="escalation_send") and attempted(
        lambda: decide(
            engine(),
            user_now(engine()),
            {line.finding_id: line.grounds for line in chosen},
            seen,
            wanted,
        ),
        EscalationError,
    ):
        st.toast(label("escalation_decision", wanted.decision), icon=":material/check_circle:")
        st.rerun()


def _letter(step: str, units: int) -> Decision:
    rung, today = BY_STEP[step], bureau_now().as_of
    st.caption(
        _("One letter for each unit, section and region, to be numbered and sent by who keeps the letters.")
        if units > 1
        else _("A letter follows, to be numbered and sent by who keeps the letters.")
    )
    left, right = st.columns(2)
    with left:
        addressee = st.text_input(
            _("Addressee"),
            max_chars=LONGEST_ADDRESSEE,
            placeholder=_("The unit that has to rectify")
            if rung.is_to_unit
            else _("Such as the inspection office of the government, the supervision commission"),
            key=f"escalation_addressee_{step}",
        )
    with right:
        due = st.date_input(
            _("Reply due by"),
            today + timedelta(days=rung.answer_days),
            min_value=today,
            format="YYYY-MM-DD",
            key=f"escalation_answer_{step}",
        )
    demand = st.text_area(
        _("What the letter asks for"),
        rung.demand,
        max_chars=LONGEST_DEMAND,
        height=90,
        key=f"escalation_demand_{step}",
    )
    return Decision(step, "approved", addressee or "", demand or "", due)


def _not_now(decision: str, step: str) -> Decision:
    until = None
    if decision == "put_off":
        today = bureau_now().as_of
        until = st.date_input(
            _("Put off until"),
            today + timedelta(days=_PUT_OFF_DAYS),
            min_value=today + timedelta(days=1),
            format="YYYY-MM-DD",
            key="escalation_until",
        )
        st.caption(_("Neither this rung nor a lower one is proposed before that day; a higher rung may be."))
    else:
        st.caption(_("Not proposed again while the same limit holds; a higher rung may be."))
    reason = st.text_area(_("Reason"), max_chars=LONGEST_REASON, height=90, key="escalation_reason")
    return Decision(step, decision, until_date=until, reason=reason or "")
