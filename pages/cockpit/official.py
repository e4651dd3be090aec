"""One official: the posts, the warnings and why, the audits and what they found, what is handed out."""

import streamlit as st

from components.address import read_filters
from components.drill_path import drill_path
from components.inert import inert
from components.official_audits import official_audits
from components.official_documents import official_documents
from components.official_findings import official_findings
from components.official_posts import official_posts
from components.official_warnings import official_warnings
from components.session import bureau_now, drill_labels, row_scope, source
from data.language import _
from queries.catalog import kpis
from queries.compose import within
from queries.official_card import official_card

kpi = kpis().get(st.query_params.get("kpi", ""))
filters = read_filters(bureau_now().as_of)
filters = within(kpi, filters) if kpi else filters
steps = drill_labels(kpi.name, filters) if kpi else None

asked = st.query_params.get("id", "")
card = None
if asked.isascii() and asked.isdecimal() and len(asked) < 18:
    card = official_card(source(), int(asked), filters.as_of, row_scope())

if card is None:
    drill_path(filters, kpi, steps)
    st.info(
        _("There is no such official, or not among those you may see. Open the page from a row."),
        icon=":material/search_off:",
    )
    st.stop()

drill_path(filters, kpi, steps, here=card.name)
st.header(inert(card.name))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    st.caption(
        " · ".join(
            [inert(f"{post.unit} {post.title}") for post in card.held]
            + [_("as of {day}").format(day=card.as_of.isoformat())]
        )
    )
official_documents(card)

left, right = st.columns([3, 2])
with left:
    official_warnings(card, filters)
    official_audits(card, filters)
with right:
    official_posts(card, filters)
official_findings(card, filters)
