"""Frozen figures are the whole bureau's: a reader bound to a part of it does not see them."""

import streamlit as st

from components.session import current_user
from data.language import _


def whole_bureau_only() -> None:
    """End the page for a reader who is bound to a section or region, and say why."""
    user = current_user()
    if user.section_code is None and user.region_code is None:
        return
    st.info(
        _(
            "Snapshots hold the figures of the whole bureau. Your account sees a part of it: look at an "
            "earlier day in the cockpit instead."
        ),
        icon=":material/visibility_off:",
    )
    st.stop()
