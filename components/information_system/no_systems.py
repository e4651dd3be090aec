"""The state of a bureau without information systems: says what is missing, who brings it, and where."""

import streamlit as st

from components.registers.register_way import register_way
from components.session import bureau_now, figure
from data.language import _
from queries.filters import Filters


def no_systems() -> bool:
    """Whether there is no information system that the reader may see; draws what to do about it."""
    filters = Filters(as_of=bureau_now().as_of)
    if figure("systems", filters).rows or figure("information_resources", filters).rows:
        return False
    st.info(
        _(
            "There are no information systems yet. Planning staff import the inventories of the units: "
            "systems, money, security, information resources, networks and computing, then the audits and "
            "the rotation calendar."
        ),
        icon=":material/dns:",
    )
    register_way()
    return True
