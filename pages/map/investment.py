"""One investment project: its money from estimate to final accounts, its works, its place, what was found."""

import streamlit as st

from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.map.investment_days import investment_days
from components.map.investment_facts import investment_facts
from components.map.investment_links import investment_links
from components.map.investment_place import investment_place
from components.map.investment_references import investment_references
from components.map.investment_state import investment_state
from components.map.investment_tiles import investment_tiles
from components.map.money_chain import money_chain
from components.map.paid_progress import paid_progress
from components.navigation import MAP_PAGE
from components.session import engine, row_scope, source
from components.works.project_settlements import project_settlements
from data.codes import label
from data.engine import reading
from data.language import _
from queries.investment.as_brought import as_brought
from queries.investment.investment_card import investment_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    card = investment_card(source(), opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such project, or it is not among those you may see. Open it from its row."),
    )

with reading(engine()) as connection:
    brought = as_brought(connection, card.standing.investment_id)
standing = card.standing
drill_path(filters, opening.kpi, opening.steps, here=standing.investment_code, under=MAP_PAGE)

st.header(inert(standing.investment))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    investment_state(standing)
    st.caption(
        " · ".join(
            [
                inert(name)
                for name in (standing.region, label("investment_sector", standing.investment_sector))
                if name
            ]
            + [_("as of {day}").format(day=card.as_of.isoformat())]
        )
    )

investment_tiles(card)

left, right = st.columns([3, 2])
with left:
    money_chain(card)
    paid_progress(card)
    investment_days(card)
    investment_references(card)
with right:
    investment_place(card, brought)
    investment_facts(card)
project_settlements(standing.investment_id, filters.as_of)
investment_links(card)
