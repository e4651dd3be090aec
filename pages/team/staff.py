"""One member of the staff: what is on record, the reminder, training, running projects, recent work."""

import streamlit as st

from components.address import address
from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import CARDS
from components.page_guard import page_guard
from components.session import bureau_now, current_user, engine, row_scope, source
from components.team.staff_facts import staff_facts
from data.codes import label
from data.engine import reading
from data.language import _
from queries.cards.staff_card import staff_card

page_guard(current_user(), "see-staff")
opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    with reading(engine()) as connection:
        card = staff_card(source(), connection, opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(opening, _("Nobody of this number is in service, or not among those you may see."))

drill_path(filters, opening.kpi, opening.steps, here=card.register.name)
standing = card.standing
TILES = (
    (_("Age"), NO_DATA if standing.age is None else show(standing.age, "count"), None),
    (
        _("Rank"),
        label("staff_rank", standing.staff_rank),
        label("promotion_state", standing.promotion_state),
    ),
    (
        _("Professional qualification"),
        label("qualification", standing.qualification),
        label("talent", standing.talent) if standing.talent else None,
    ),
    (_("Running projects at once"), show(len(card.projects), "count"), None),
    (_("Hours in the last four weeks"), show(card.half_hours // 2, "count"), None),
)
for place, (title, shown, words) in zip(st.columns(5), TILES, strict=True):
    with place:
        fact_tile(title, shown, words)
if standing.promotion_date is not None:
    st.caption(
        _("In this rank since {day}; the years set for it are complete on {end}.").format(
            day=standing.rank_date, end=standing.promotion_date
        )
    )

left, right = st.columns([3, 2])
with left, st.container(border=True):
    staff_facts(card.register)
with right:
    with st.container(border=True):
        st.subheader(_("Running projects"))
        if not card.projects:
            st.caption(_("On no running project."))
        for project in card.projects:
            st.page_link(
                CARDS["project"],
                label=inert(f"{project.project} · {label('member_part', project.member_part)}"),
                query_params=address(filters, bureau_now().as_of, id=str(project.project_id)),
            )
    with st.container(border=True):
        st.subheader(_("Training"))
        if not card.training:
            st.caption(_("No training on record."))
        for course in card.training:
            state = label("training_state", course.training_state)
            st.markdown(
                f":gray[{course.training_end_date.isoformat()}] {inert(course.training)} :gray[{state}]"
            )
