"""The badge of a data source: connected, not connected, or its latest arrival failed."""

import streamlit as st

from data.language import _


def source_state(*, is_connected: bool, is_failing: bool) -> None:
    """Draw it."""
    if is_failing and is_connected:
        st.badge(_("The latest arrival failed"), icon=":material/error:", color="red")
    elif is_connected:
        st.badge(_("Connected to the network"), icon=":material/hub:", color="green")
    else:
        st.badge(_("Not connected"), icon=":material/link_off:", color="gray")
