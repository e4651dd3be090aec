"""The way to the import of registers, for those who may go there."""

import streamlit as st

from components.address import address
from components.navigation import REGISTERS_PAGE
from components.session import bureau_now, current_user
from data.access.roles import can
from data.language import _


def register_way(action: str = "maintain-registers") -> None:
    """Draw the link to the import of registers; nothing for a reader who may not import them."""
    if can(current_user(), action):
        st.page_link(
            REGISTERS_PAGE,
            label=_("Import registers"),
            icon=":material/library_add:",
            query_params=address(None, bureau_now().as_of),
        )
