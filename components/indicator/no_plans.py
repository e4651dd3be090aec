"""The state of a bureau that has no plan yet: says what is missing and who brings it."""

import streamlit as st

from components.registers.register_way import register_way
from data.language import _


def no_plans() -> None:
    """Draw what to do: plans come by import, from the bureau's own table or from one that is shipped."""
    st.info(
        _(
            "There is no plan yet. Planning staff import it by the template of plan indicators; published "
            "plans that come with the product are loaded on the server (see the guide)."
        ),
        icon=":material/flag:",
    )
    register_way()
