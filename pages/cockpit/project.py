"""One project: how it stands against its plan, its days on site added up, its team, what came of it."""

from dataclasses import replace

import streamlit as st

from components.address import address, read_filters
from components.catalogue.asked_data import asked_data
from components.document.papers_of_project import papers_of_project
from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.navigation import CARDS
from components.project.project_facts import project_facts
from components.project.project_stage_table import project_stage_table
from components.project.project_state import project_state
from components.project.project_tiles import project_tiles
from components.project.visit_sum import visit_sum
from components.session import bureau_now, row_scope, source
from data.language import _
from queries.cards.project_card import project_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    card = project_card(source(), opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such project, or it is not among those you may see. Open it from its row."),
    )

standing = card.standing
drill_path(filters, opening.kpi, opening.steps, here=standing.project_code)

st.header(inert(standing.project))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    project_state(standing)
    st.caption(
        " · ".join(
            [inert(name) for name in (standing.region, standing.section) if name]
            + [_("as of {day}").format(day=card.as_of.isoformat())]
        )
    )
    if standing.unit:
        st.page_link(
            CARDS["unit"],
            label=inert(standing.unit),
            icon=":material/domain:",
            query_params=address(filters, bureau_now().as_of, id=str(standing.unit_id)),
        )

project_tiles(card)

left, right = st.columns([3, 2])
with left:
    project_stage_table(card)
    visit_sum(card)
with right:
    project_facts(card)

of_project = replace(read_filters(bureau_now().as_of), drill=(("project", str(opening.asked)),), year=None)
asked_data(of_project, leaves_out="project")
papers_of_project(of_project)
