"""One government information system: its life, use, money and security, what it holds, what was found."""

import streamlit as st

from components.inert import inert
from components.information_system.system_badges import system_badges
from components.information_system.system_course import system_course
from components.information_system.system_facts import system_facts
from components.information_system.system_links import system_links
from components.information_system.system_tiles import system_tiles
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import INFORMATION_SYSTEMS_PAGE
from components.session import row_scope, source
from data.language import _
from queries.information_systems.system_card import system_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    card = system_card(source(), opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such system, or it is not among those you may see. Open it from its row."),
    )

standing = card.standing
drill_path(filters, opening.kpi, opening.steps, here=standing.system_code, under=INFORMATION_SYSTEMS_PAGE)

st.header(inert(standing.system_name))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    system_badges(standing)
    known = [inert(name) for name in (standing.unit, standing.region) if name]
    st.caption(" · ".join([*known, _("as of {day}").format(day=card.as_of.isoformat())]))

system_tiles(card)
system_course(card)
system_facts(standing)
system_links(card)
