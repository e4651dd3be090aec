"""The state of a register of documents that is empty: says so, and who fills it, and where."""

import streamlit as st

from components.session import figure
from data.language import _
from queries.filters import Filters


def no_documents(filters: Filters) -> bool:
    """Whether no document is registered that the reader may see; says what to do about it."""
    if figure("documents", filters).rows:
        return False
    st.info(
        _("No documents for this selection. The general office registers them here or imports its register."),
        icon=":material/mail:",
    )
    return True
