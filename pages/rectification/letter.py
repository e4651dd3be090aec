"""One letter of supervision: what it says, which findings it lists, and what came of it."""

import streamlit as st

from components.escalation.letter_findings import letter_findings
from components.escalation.letter_papers import letter_papers
from components.escalation.letter_state_badge import letter_state_badge
from components.escalation.letter_steps import letter_steps
from components.fact_tile import fact_tile
from components.figures import show
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.limit_tile import limit_tile
from components.session import current_user, engine
from data.codes import label
from data.engine import reading
from data.language import _
from queries.cards.letter_card import letter_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    with reading(engine()) as connection:
        card = letter_card(connection, current_user(), opening.asked, filters.as_of)

if card is None:
    no_card(
        opening,
        _("There is no such letter, or it is not among those you may see. Open it from its row."),
    )

seen, text = card.seen, card.seen.text
step = label("escalation_step", text.step)
drill_path(filters, opening.kpi, opening.steps, here=text.document_number or step)

st.header(f"{step} · {inert(text.addressee)}")
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    letter_state_badge(card.state)
    st.caption(
        " · ".join(
            [
                _("decided on {day} by {person}").format(
                    day=text.decided_date.isoformat(), person=inert(card.decided_by)
                ),
                _("as of {day}").format(day=filters.as_of.isoformat()),
            ]
        )
    )

findings, money, sent, answer = st.columns(4)
with findings:
    fact_tile(_("Findings listed"), show(len(text.findings), "count"), None)
with money:
    still_open = show(text.open_fen, "fen") if text.has_money else _("Non-monetary")
    fact_tile(_("Amount still open"), still_open, None)
with sent:
    # The number is too long for a large figure.
    day = text.sent_date.isoformat() if text.sent_date else "—"
    fact_tile(_("Letter sent on"), day, inert(text.document_number) or None)
with answer:
    if text.answer_due_date is None or card.state in {"answered", "cancelled"}:
        due = text.answer_due_date.isoformat() if text.answer_due_date else "—"
        fact_tile(_("Reply due by"), due, None)
    else:
        limit_tile(_("Reply due by"), text.answer_due_date, filters.as_of)

letter_steps(card.now, filters)

left, right = st.columns([3, 2])
with left:
    with st.container(border=True):
        st.subheader(_("The findings"))
        letter_findings(seen, filters)
    with st.container(border=True):
        st.subheader(_("Grounds"))
        for place, finding_id in enumerate(seen.finding_ids):
            grounds = card.grounds.get(finding_id) or _("Decided without a proposal")
            st.markdown(f"**{inert(text.findings[place].finding_code)}** {inert(grounds)}")
with right:
    with st.container(border=True):
        st.subheader(_("What the letter asks for"))
        st.markdown(inert(text.demand))
        if seen.cancelled_date is not None:
            st.caption(
                _("Cancelled on {day}: {reason}").format(
                    day=seen.cancelled_date.isoformat(), reason=inert(seen.cancel_reason)
                )
            )
    with st.container(border=True):
        st.subheader(_("Answers"))
        if not seen.replies:
            st.caption(_("Nothing was answered yet."))
        for reply in seen.replies:
            st.markdown(f"**{reply.received_date.isoformat()}** {inert(reply.content)}")
    with st.container(border=True):
        st.subheader(_("Papers"))
        letter_papers(card, filters)
