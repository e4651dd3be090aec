"""The way to the import of registers, for those who may go there."""

import streamlit as st

from components.address import address
from components.navigation import REGISTERS_PAGE
from components.session import bureau_now, current_user
from data.access.roles import can
from data.language import _


def register_way(action: str = "maintain-registers", *, register: str = "", label: str = "") -> None:
    """Draw the link to the import of registers, or of one by its name, with words of its own; nothing for a
    reader who may not import it: the page of the import has a right of its own.
    """
    if can(current_user(), "import-registers") and can(current_user(), action):
        st.page_link(
            REGISTERS_PAGE,
            label=label or _("Import registers"),
            icon=":material/library_add:",
            query_params=address(None, bureau_now().as_of, register=register),
        )
