"""The state of project libraries that hold nothing yet: says what is missing, who brings it, and where."""

import streamlit as st

from components.registers.register_way import register_way
from components.session import bureau_now, figure
from data.language import _
from queries.filters import Filters


def no_library() -> bool:
    """Whether no item is in any library that the reader may see; draws what to do about it."""
    if figure("library_items", Filters(as_of=bureau_now().as_of)).rows:
        return False
    st.info(
        _(
            "The project libraries are empty. Planning staff import the items with their library and the "
            "reason for them; from here they are taken up into the draft plan of a year."
        ),
        icon=":material/inventory_2:",
    )
    register_way()
    return True
