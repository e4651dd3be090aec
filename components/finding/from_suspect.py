"""The suspect that a finding came from: what a model flagged, and the way back to it."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import SUSPECT_PAGE
from components.session import bureau_now
from data.language import _
from queries.cards.suspect_card import SuspectStanding
from queries.cell_words import cell_words
from queries.filters import Filters


def from_suspect(suspect: SuspectStanding, filters: Filters) -> None:
    """Draw the link, what was flagged, and when."""
    model = inert(str(cell_words("audit_model", suspect.model)))
    with st.container(border=True, gap="xsmall"):
        st.subheader(_("Found by an audit model"))
        st.page_link(
            SUSPECT_PAGE,
            label=_("suspect {number}").format(number=suspect.suspect_id) + f" · {model}",
            icon=":material/search_insights:",
            query_params=address(filters, bureau_now().as_of, id=str(suspect.suspect_id)),
        )
        st.text(suspect.summary)
        st.caption(_("flagged on {day}").format(day=suspect.flagged_date.isoformat()))
