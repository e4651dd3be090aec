"""One official: the posts, the warnings and why, the audits and what they found, what is handed out."""

import streamlit as st

from components.inert import inert
from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.official.official_audits import official_audits
from components.official.official_documents import official_documents
from components.official.official_findings import official_findings
from components.official.official_posts import official_posts
from components.official.official_responsibility_lists import official_responsibility_lists
from components.official.official_warnings import official_warnings
from components.session import row_scope, source
from data.language import _
from queries.cards.official_card import official_card

opening = card_opening()
filters = opening.filters
card = None
if opening.asked is not None:
    card = official_card(source(), opening.asked, filters.as_of, row_scope())

if card is None:
    no_card(
        opening,
        _("There is no such official, or not among those you may see. Open the page from a row."),
    )

drill_path(filters, opening.kpi, opening.steps, here=card.name)
st.header(inert(card.name))
with st.container(horizontal=True, gap="small", vertical_alignment="center"):
    st.caption(
        " · ".join(
            ([inert(f"{post.unit} {post.title}") for post in card.held] or [_("holds no leading post")])
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
    official_responsibility_lists(card)
official_findings(card, filters)
