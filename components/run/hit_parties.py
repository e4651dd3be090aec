"""Whom a hit touches, each with the way to everything else that is known of it."""

import streamlit as st

from components.address import address
from components.figures import NO_DATA, show
from components.inert import inert
from components.navigation import PARTY_PAGE
from components.session import bureau_now, current_user, engine, row_scope, source
from data.codes import label
from data.engine import reading
from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.parties import parties_of_hit, suspects_with
from queries.cards.suspect_card import suspect_standings


def hit_parties(seen: SeenRun, number: int) -> None:
    """Draw them."""
    as_of = bureau_now().as_of
    for place, party in enumerate(parties_of_hit(seen, number)):
        with reading(engine()) as connection:
            ids = suspects_with(connection, current_user(), party)
        others = suspect_standings(source(), ids, as_of, row_scope())
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            kind = label("party_kind", party.kind)
            st.page_link(
                PARTY_PAGE,
                label=f"{inert(party.name or NO_DATA)} :gray[{kind}]",
                icon=":material/hub:",
                query_params=address(
                    None, as_of, run=str(seen.facts.run_id), hit=str(number), party=str(place)
                ),
            )
            if others:
                models = len({other.model_code for other in others.values()})
                words = _("in {suspects} suspects of {models} models").format(
                    suspects=show(len(others), "count"), models=models
                )
                st.caption(words)
    st.caption(_("Opens the other models, suspects and datasets in which it appears."))
