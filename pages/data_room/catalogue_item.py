"""One item of the data catalogue: who owes it and when, what came when, and which dataset fills it."""

import streamlit as st

from components.catalogue.card_head import card_head
from components.catalogue.card_link import card_link
from components.catalogue.item_course import item_course
from components.catalogue.item_fill import item_fill
from components.catalogue.item_state import item_state
from components.catalogue.item_tiles import item_tiles
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import CATALOGUE_PAGE
from components.session import row_scope, source
from data.language import _
from queries.cards.catalogue_item_card import catalogue_item_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    card = catalogue_item_card(source(), opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such item in force, or it is not among those you may see. Open it from its row."),
    )

standing = card.standing
drill_path(filters, opening.kpi, opening.steps, here=standing.code, under=CATALOGUE_PAGE)

card_head(
    standing.name,
    lambda: item_state(standing.state),
    (standing.code, standing.region, standing.section),
    card.as_of,
    domain=standing.domain,
    sector=standing.sector,
)
item_tiles(card)

left, right = st.columns([3, 2])
with left, st.container(border=True):
    st.subheader(_("Due dates and arrivals"))
    item_course(card)
with right, st.container(border=True):
    st.subheader(_("Where it comes from and where it is"))
    card_link("data_source", standing.data_source_id, standing.data_source, filters)
    card_link("unit", standing.unit_id, standing.unit, filters)
    card_link("dataset", standing.dataset_id, standing.dataset, filters)
    if standing.dataset_id is None:
        st.caption(_("No dataset fills this item yet, so nothing counts as collected."))
    item_fill(card)
