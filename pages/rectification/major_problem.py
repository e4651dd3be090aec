"""One problem of the list of major problems: how it stands, week by week, and what was decided of it."""

import streamlit as st

from components.address import address
from components.fact_tile import fact_tile
from components.figures import NO_DATA, show
from components.finding.finding_state import finding_state
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.major.list_buttons import list_buttons
from components.major.list_history import list_history
from components.major.major_stage import major_stage
from components.major.week_list import week_list
from components.major.week_looks import week_looks
from components.navigation import FINDING_PAGE, MAJOR_PROBLEMS_PAGE
from components.session import bureau_now, current_user, engine, row_scope, source
from data.access.permission import is_in_place
from data.codes import label
from data.engine import reading
from data.language import _
from queries.cards.major_problem_card import major_problem_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    with reading(engine()) as connection:
        card = major_problem_card(source(), connection, opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _(
            "There is no such problem on the list, or it is not among those you may see. Open it from "
            "its row."
        ),
    )

standing = card.standing
drill_path(filters, opening.kpi, opening.steps, here=standing.finding_code, under=MAJOR_PROBLEMS_PAGE)
st.header(inert(standing.title))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    major_stage(standing.major_stage)
    finding_state(standing.state)
    if standing.left_list_date is None and standing.listed_date is not None:
        week_looks(standing.week_colour)
    led = standing.lead_section and _("led by {section}, tracked by {person}").format(
        section=standing.lead_section, person=standing.tracker
    )
    st.caption(
        " · ".join(
            [inert(name) for name in (standing.unit, standing.region, led) if name]
            + [_("as of {day}").format(day=filters.as_of.isoformat())]
        )
    )
with reading(engine()) as connection:
    is_seen_in_ledger = is_in_place(connection, current_user(), card.place)
if is_seen_in_ledger:  # who leads it from another section sees it on the list alone
    st.page_link(
        FINDING_PAGE,
        label=_("The finding in the ledger"),
        icon=":material/article:",
        query_params=address(filters, bureau_now().as_of, id=str(standing.finding_id)),
    )

listed = standing.listed_date.isoformat() if standing.listed_date else NO_DATA
progress = f"{standing.progress_percent}%" if standing.progress_percent is not None else NO_DATA
limit = _("limit {day}").format(day=standing.due_date.isoformat()) if standing.due_date else None
criterion = standing.major_criterion and label("major_criterion", standing.major_criterion)
facts = (
    (_("On the list since"), listed, criterion),
    (_("Days on the list"), show(standing.days_on_list, "count"), None),
    (_("Progress as told"), progress, None),
    (
        _("Weeks without a state"),
        show(standing.weeks_missed, "count"),
        _("this week missing") if standing.is_owed_now else None,
    ),
    (_("Amount found"), show(standing.amount_fen, "fen"), limit),
)
for place, (title, value, words) in zip(st.columns(len(facts)), facts, strict=True):
    with place:
        fact_tile(title, value, words)
list_buttons(standing.finding_id, filters)

left, right = st.columns([3, 2])
with left, st.container(border=True):
    st.subheader(_("Week by week"))
    week_list(card)
with right, st.container(border=True):
    st.subheader(_("Decisions"))
    list_history(card.steps, card.sections)
