"""督办 of one finding: what is proposed, the rungs it has reached, decisions, letters and answers."""

import streamlit as st

from components.address import address
from components.escalation.decide_dialog import Proposed, decide_dialog, may_decide
from components.escalation.letter_state_badge import letter_state_badge
from components.inert import inert
from components.navigation import LETTER_PAGE
from components.session import bureau_now, engine, row_scope, source
from data.codes import label
from data.engine import reading
from data.language import _
from queries.cards.finding_card import FindingCard
from queries.cell_words import cell_words
from queries.filters import Filters
from queries.supervision.of_finding import DecisionTold, LetterTold, decisions_of, letters_of
from queries.supervision.proposed import Proposal, proposed_for

_OPEN = {"in_progress", "partial", "overdue"}


def finding_escalation(card: FindingCard, filters: Filters) -> None:
    """Draw the box; nothing for a finding that never was escalated and need not be."""
    standing = card.standing
    with reading(engine()) as connection:
        decisions = decisions_of(connection, standing.finding_id, card.as_of)
        letters = letters_of(connection, standing.finding_id, card.as_of)
    proposal = proposed_for(source(), standing.finding_id, card.as_of, row_scope())
    is_now = card.as_of == bureau_now().as_of
    may = bool(may_decide()) and standing.state in _OPEN and is_now
    if not (decisions or letters or proposal or may):
        return
    with st.container(border=True):
        st.subheader(_("Escalation"))
        if proposal is not None:
            _proposal(proposal)
        if may and st.button(_("Decide on a rung"), icon=":material/gavel:", key="finding_escalation"):
            grounds = cell_words("escalation_reason", proposal.reason) if proposal else ""
            step = proposal.step if proposal else may_decide()[0]
            line = Proposed(standing.finding_id, standing.finding_code, standing.unit, grounds)
            decide_dialog([line], step)
        for letter in letters:
            _letter(letter, filters)
        for decision in decisions:
            if decision.decision != "approved":
                _decision(decision)


def _proposal(proposal: Proposal) -> None:
    step = label("escalation_step", proposal.step)
    words = cell_words("escalation_reason", proposal.reason)
    title = _("Proposed: {step}").format(step=step)
    st.markdown(f":orange[:material/stairs: **{title}**]  \n:small[{inert(words)}]")


def _letter(letter: LetterTold, filters: Filters) -> None:
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.page_link(
                LETTER_PAGE,
                label=f"{label('escalation_step', letter.step)} {inert(letter.document_number)}",
                icon=":material/mail:",
                query_params=address(filters, bureau_now().as_of, id=str(letter.letter_id)),
            )
            letter_state_badge(letter.state)
        told = [inert(letter.addressee), _("decided on {day}").format(day=letter.decided_date.isoformat())]
        if letter.sent_date is not None:
            told.append(_("sent on {day}").format(day=letter.sent_date.isoformat()))
        if letter.answer_due_date is not None:
            told.append(_("answer due by {day}").format(day=letter.answer_due_date.isoformat()))
        st.caption(" · ".join(told))
        for day, words in letter.replies:
            st.markdown(f":small[:material/reply: {day.isoformat()} {inert(words)}]")


def _decision(decision: DecisionTold) -> None:
    words = label("escalation_decision", decision.decision)
    if decision.until_date is not None:
        words = _("{decision} until {day}").format(decision=words, day=decision.until_date.isoformat())
    step = label("escalation_step", decision.step)
    st.markdown(
        f":small[:gray[{decision.fact_date.isoformat()} {step}：**{words}** · "
        f"{inert(decision.reason)} · {inert(decision.person)}]]"
    )
