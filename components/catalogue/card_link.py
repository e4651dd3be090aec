"""A link from a card to the card of what it is about; what is not there or not filled in is left out."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.navigation import CARDS
from components.session import bureau_now
from queries.filters import Filters

_ICONS = {
    "unit": "domain",
    "project": "assignment",
    "dataset": "table_view",
    "data_source": "hub",
    "catalogue_item": "folder_data",
}


def card_link(kind: str, number: int | None, name: str | None, filters: Filters) -> None:
    """Draw the link to the card of that kind (see CARDS); nothing without a number or a name."""
    if number is None or not name:
        return
    st.page_link(
        CARDS[kind],
        label=inert(name),
        icon=f":material/{_ICONS[kind]}:",
        query_params=address(filters, bureau_now().as_of, id=str(number)),
    )
