"""One source of data: connected or not, what came and failed, what it owes, and what came of it."""

import streamlit as st

from components.catalogue.card_link import card_link
from components.catalogue.source_arrivals import source_arrivals
from components.catalogue.source_buttons import source_buttons
from components.catalogue.source_owes import source_owes
from components.catalogue.source_tiles import source_tiles
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import CATALOGUE_PAGE
from components.session import row_scope, source
from data.codes import label
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

st.header(inert(standing.name))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    if standing.is_failing and standing.is_connected:
        st.badge(_("The latest arrival failed"), icon=":material/error:", color="red")
    elif standing.is_connected:
        st.badge(_("Connected to the network"), icon=":material/hub:", color="green")
    else:
        st.badge(_("Not connected"), icon=":material/link_off:", color="gray")
    st.caption(
        " · ".join(
            [inert(name) for name in (standing.code, standing.region, standing.section) if name]
            + [label("data_domain", standing.domain)]
            + ([label("data_sector", standing.sector)] if standing.sector else [])
            + [_("as of {day}").format(day=card.as_of.isoformat())]
        )
    )
    card_link("unit", standing.unit_id, standing.unit, filters)
source_tiles(card)
source_buttons(card)

left, right = st.columns([3, 2])
with left, st.container(border=True):
    st.subheader(_("Arrivals and failures"))
    source_arrivals(card)
with right:
    source_owes(card, filters)
