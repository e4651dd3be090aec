"""One finding: how it stands, what was found, how it is put right, and its whole history."""

import streamlit as st

from components.closing.planned_goals import planned_goals
from components.closing.step_buttons import step_buttons
from components.closing.work_stage import work_stage
from components.escalation.finding_escalation import finding_escalation
from components.figures import show
from components.finding.close_out_steps import close_out_steps
from components.finding.field_history import field_history
from components.finding.field_list import field_list
from components.finding.finding_attachments import attach_proof, finding_attachments
from components.finding.finding_state import finding_state
from components.finding.finding_tiles import finding_tiles
from components.finding.from_suspect import from_suspect
from components.finding.repeat_chain import repeat_chain
from components.finding.timeline import timeline
from components.finding.turned_back import turned_back
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.major.of_finding import of_finding
from components.session import bureau_now, current_user, engine, row_scope, source
from data.codes import label
from data.engine import reading
from data.language import _
from queries.cards.finding_card import finding_card
from queries.closing.seen import seen

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    with reading(engine()) as connection:
        card = finding_card(source(), connection, opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such finding, or it is not among those you may see. Open it from its row."),
    )

standing = card.standing
today = bureau_now().as_of
with reading(engine()) as connection:
    now = seen(connection, current_user(), [standing.finding_id], today)
drill_path(filters, opening.kpi, opening.steps, here=standing.finding_code)

st.header(inert(standing.title))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    finding_state(standing.state)
    if filters.as_of == today and now.standings[0].stage not in {"rectifying", "closed", standing.state}:
        work_stage(now.standings[0].stage)
    if standing.is_major:
        st.badge(_("Major problem"), icon=":material/priority_high:", color="orange")
    if standing.is_repeat:
        st.badge(_("Repeat finding"), icon=":material/repeat:", color="orange")
    if standing.has_leader_instruction:
        st.badge(_("Leader's instruction"), icon=":material/edit_square:", color="blue")
    if standing.is_in_work_report:
        st.badge(_("In the audit work report"), icon=":material/article:", color="blue")
    st.caption(
        " · ".join(
            [inert(name) for name in (standing.unit, standing.region, standing.section) if name]
            + [_("as of {day}").format(day=card.as_of.isoformat())]
        )
    )

finding_tiles(card)
turned_back(card)
step_buttons(now, filters)
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    if now.is_theirs:
        attach_proof(standing.finding_id, card.as_of)
    of_finding(standing.finding_id, filters)

left, right = st.columns([3, 2])
with left:
    with st.container(border=True):
        st.subheader(_("Problem"))
        field_list(card.entries.get("finding", ()), without=("title", "amount"))
    if entries := card.entries.get("rectification"):
        with st.container(border=True):
            st.subheader(_("Rectification"))
            field_list(entries)
    planned_goals(standing.finding_id, card.as_of)
    with st.container(border=True):
        st.subheader(_("Proof of rectification"))
        finding_attachments(standing.finding_id, card.as_of)
with right:
    if card.suspect is not None:
        from_suspect(card.suspect, filters)
    finding_escalation(card, filters)
    with st.container(border=True):
        st.subheader(_("History"))
        timeline(card)
    if card.money:
        with st.container(border=True):
            st.subheader(_("Amount rectified by kind"))
            for kind, fen in card.money:
                with st.container(horizontal=True, horizontal_alignment="distribute"):
                    st.markdown(label("money_kind", kind), width="content")
                    st.markdown(f"**{show(fen, 'fen')}**", width="content")
    if entries := card.entries.get("supervision"):
        with st.container(border=True):
            st.subheader(_("Supervision"))
            field_list(entries)
close_out_steps(card)
if card.repeats:
    with st.container(border=True):
        st.subheader(_("Repeat findings"))
        repeat_chain(card, filters)
field_history(card)
