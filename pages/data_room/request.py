"""One request to a unit: what was asked for, by when, what came of it, and what may be recorded."""

import streamlit as st

from components.catalogue.card_head import card_head
from components.catalogue.card_link import card_link
from components.catalogue.request_buttons import request_buttons
from components.catalogue.request_course import request_course
from components.catalogue.request_state import request_state
from components.catalogue.request_tiles import request_tiles
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import CATALOGUE_PAGE
from components.session import engine, row_scope, source
from data.engine import reading
from data.language import _
from queries.cards.request_card import request_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    with reading(engine()) as connection:
        card = request_card(source(), connection, opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such request, or it is not among those you may see. Open it from its row."),
    )

standing = card.standing
drill_path(filters, opening.kpi, opening.steps, here=standing.request_code, under=CATALOGUE_PAGE)

card_head(
    standing.requested,
    lambda: request_state(standing.state),
    (standing.request_code, standing.region, standing.section),
    card.as_of,
)
request_tiles(card)
request_buttons(card)

left, right = st.columns([3, 2])
with left, st.container(border=True):
    st.subheader(_("Course"))
    request_course(card)
with right, st.container(border=True):
    st.subheader(_("Whom and what for"))
    card_link("unit", standing.unit_id, standing.unit, filters)
    card_link("project", standing.project_id, standing.project, filters)
    card_link("dataset", standing.dataset_id, standing.dataset, filters)
    if standing.dataset_id is None:
        st.caption(_("No dataset is linked yet; it is when receipt is recorded."))
    if card.refusal_reason:
        st.caption(_("Reason of the refusal"))
        st.text(card.refusal_reason)
