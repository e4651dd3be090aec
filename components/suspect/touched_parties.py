"""Whom a suspect touches, and in which other suspects the same appear."""

import streamlit as st

from components.address import address
from components.figures import NO_DATA, show
from components.inert import inert
from components.navigation import PARTY_PAGE, SUSPECT_PAGE
from components.session import bureau_now
from data.codes import label
from data.language import _
from queries.cards.suspect_card import SuspectCard, SuspectStanding, TouchedParty
from queries.cell_words import cell_words
from queries.filters import Filters

_SHOWN = 8


def touched_parties(card: SuspectCard, filters: Filters) -> None:
    """Draw each with links to the other suspects that the reader may see."""
    if not card.parties:
        st.caption(_("No person, company or unit is recorded with this suspect."))
        return
    for party in card.parties:
        with st.container(gap="xsmall"):
            kind = label("party_kind", party.kind)
            st.page_link(
                PARTY_PAGE,
                label=f"**{inert(party.name or NO_DATA)}** :small[:gray[{kind}]]",
                icon=":material/hub:",
                query_params=address(None, bureau_now().as_of, id=str(party.suspect_party_id)),
            )
            _also_in(party, card.others, filters)


def _also_in(party: TouchedParty, others: dict[int, SuspectStanding], filters: Filters) -> None:
    seen = [others[number] for number in party.others if number in others]
    if not seen:
        return
    st.caption(_("Also appears in {count} suspects:").format(count=show(len(seen), "count")))
    for other in seen[:_SHOWN]:
        state = label("suspect_state", other.suspect_state)
        # A link to the page that is open would look like the place where the reader is.
        if st.button(
            inert(f"{other.suspect_id} {cell_words('audit_model', other.model)} · {state}"),
            icon=":material/chevron_right:",
            help=inert(other.summary),
            type="tertiary",
            key=f"party_{party.suspect_party_id}_{other.suspect_id}",
        ):
            parts = address(filters, bureau_now().as_of, id=str(other.suspect_id))
            st.switch_page(SUSPECT_PAGE, query_params=parts)
