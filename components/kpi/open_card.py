"""Go from a mark in a picture or a row of a ledger to the card of the thing it stands for."""

import streamlit as st

from components.address import address
from components.navigation import CARDS
from components.session import bureau_now
from queries.filters import Filters


def open_card(card: str, number: object, filters: Filters, name: str = "") -> None:
    """Leave for a card of CARDS; `name` is the KPI whose rows the reader comes from, where there is one."""
    query = address(filters, bureau_now().as_of, id=str(number), kpi=name)
    st.switch_page(CARDS[card], query_params=query)
