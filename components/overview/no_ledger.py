"""The state of a cockpit that has no ledger yet: says so, and where to go."""

import streamlit as st

from components.address import address
from components.navigation import IMPORT_PAGE
from components.session import bureau_now, current_user, figure
from data.access.roles import can
from data.language import _
from queries.filters import Filters


def no_ledger() -> bool:
    """Whether there is nothing that the reader may see; draws what to do about it."""
    if figure("findings", Filters(as_of=bureau_now().as_of)).value is not None:
        return False
    st.info(
        _("There are no findings yet. Rectification staff import the ledger; then the figures appear here."),
        icon=":material/upload_file:",
    )
    if can(current_user(), "import-findings"):
        st.page_link(
            IMPORT_PAGE,
            label=_("Import ledger"),
            icon=":material/upload_file:",
            query_params=address(None, bureau_now().as_of),
        )
    return True
