"""One project: how it stands against its plan, its days on site added up, its team, what came of it."""

import streamlit as st

from components.address import address, read_filters
from components.drill_path import drill_path
from components.inert import inert
from components.navigation import CARDS
from components.project_facts import project_facts
from components.project_stage_table import project_stage_table
from components.project_state import project_state
from components.project_tiles import project_tiles
from components.session import bureau_now, drill_labels, row_scope, source
from components.visit_sum import visit_sum
from data.language import _
from queries.catalog import kpis
from queries.compose import within
from queries.project_card import project_card

kpi = kpis().get(st.query_params.get("kpi", ""))
filters = read_filters(bureau_now().as_of)
filters = within(kpi, filters) if kpi else filters
steps = drill_labels(kpi.name, filters) if kpi else None

asked = st.query_params.get("id", "")
card = None
if asked.isascii() and asked.isdecimal() and len(asked) < 18:
    card = project_card(source(), int(asked), filters.as_of, row_scope())

if card is None:
    drill_path(filters, kpi, steps)
    st.info(
        _("There is no such project, or it is not among those you may see. Open it from its row."),
        icon=":material/search_off:",
    )
    st.stop()

standing = card.standing
drill_path(filters, kpi, steps, here=standing.project_code)

st.header(inert(standing.project))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    project_state(standing)
    st.caption(
        " · ".join(
            [inert(name) for name in (standing.region, standing.section) if name]
            + [_("as of {day}").format(day=card.as_of.isoformat())]
        )
    )
    if standing.unit and "unit" in CARDS:
        st.page_link(
            CARDS["unit"],
            label=inert(standing.unit),
            icon=":material/domain:",
            query_params=address(filters, bureau_now().as_of, id=str(standing.unit_id)),
        )
    elif standing.unit:
        st.caption(inert(standing.unit))

project_tiles(card)

left, right = st.columns([3, 2])
with left:
    project_stage_table(card)
    visit_sum(card)
with right:
    project_facts(card)
