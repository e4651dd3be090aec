"""One source of data: connected or not, what came and failed, what it owes, and what came of it."""

import streamlit as st

from components.catalogue.card_head import card_head
from components.catalogue.card_link import card_link
from components.catalogue.source_arrivals import source_arrivals
from components.catalogue.source_buttons import source_buttons
from components.catalogue.source_owes import source_owes
from components.catalogue.source_state import source_state
from components.catalogue.source_tiles import source_tiles
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import CATALOGUE_PAGE
from components.session import row_scope, source
from data.language import _
from queries.cards.source_card import source_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    card = source_card(source(), opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such data source, or it is not among those you may see. Open it from its row."),
    )

standing = card.standing
drill_path(filters, opening.kpi, opening.steps, here=standing.code, under=CATALOGUE_PAGE)

card_head(
    standing.name,
    lambda: source_state(is_connected=standing.is_connected, is_failing=standing.is_failing),
    (standing.code, standing.region, standing.section),
    card.as_of,
    domain=standing.domain,
    sector=standing.sector,
    link=lambda: card_link("unit", standing.unit_id, standing.unit, filters),
)
source_tiles(card)
source_buttons(card)

left, right = st.columns([3, 2])
with left, st.container(border=True):
    st.subheader(_("Arrivals and failures"))
    source_arrivals(card)
with right:
    source_owes(card, filters)
