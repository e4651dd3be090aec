"""Ways on from a dataset: to its columns and tests, to a query, to its lines in the ledgers and catalogue."""

import streamlit as st

from components.address import address
from components.dataset.template_button import template_button
from components.inert import inert
from components.navigation import CARDS, EXPLORE_PAGE, ROWS_PAGE, WORKBENCH_PAGE
from components.session import bureau_now, current_user
from data.access.roles import can
from data.dataset_types import dataset_types
from data.language import _
from queries.cards.dataset_card import DatasetCard
from queries.filters import Filters


def dataset_ways(card: DatasetCard) -> None:
    """Draw the links that the reader can follow."""
    as_of = bureau_now().as_of
    here = Filters(as_of=as_of, drill=(("dataset", str(card.facts.dataset_id)),))
    with st.container(border=True, height="stretch"):
        heading = _("Go on")
        st.markdown(f"**{heading}**")
        if card.access.may_read and can(current_user(), "use-data"):
            st.page_link(
                EXPLORE_PAGE,
                label=_("Explore columns and make quick tests"),
                icon=":material/query_stats:",
                query_params=address(None, as_of, dataset=card.facts.name),
            )
            st.page_link(
                WORKBENCH_PAGE,
                label=_("Query it in SQL"),
                icon=":material/terminal:",
                query_params=address(None, as_of, dataset=card.facts.name),
            )
        st.page_link(
            ROWS_PAGE,
            label=_("Its lines in the data ledgers"),
            icon=":material/swap_horiz:",
            query_params=address(here, as_of, kpi="data_movements"),
        )
        if card.items:
            st.page_link(
                ROWS_PAGE,
                label=_("Its items in the data catalogue"),
                icon=":material/folder_data:",
                query_params=address(here, as_of, kpi="catalogue_items"),
            )
        known = dataset_types().get(card.facts.dataset_type)
        if known is not None:
            template_button(known)
        if card.project:
            st.page_link(
                CARDS["project"],
                label=inert(card.project[2]),
                icon=":material/assignment:",
                query_params=address(Filters(as_of=as_of), as_of, id=str(card.project[0])),
            )
