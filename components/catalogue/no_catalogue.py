"""The state of a bureau without a data catalogue: says what is missing, and who brings it."""

import streamlit as st

from components.registers.register_way import register_way
from components.session import bureau_now, figure
from data.language import _
from queries.filters import Filters


def no_catalogue() -> bool:
    """Whether there is no catalogue item that the reader may see; draws who can bring them."""
    if figure("catalogue_items", Filters(as_of=bureau_now().as_of)).value is not None:
        return False
    st.info(
        _(
            "There is no data catalogue yet. Data-room staff import the data sources first, then the items "
            "of the catalogue with how and how often each is collected."
        ),
        icon=":material/folder_data:",
    )
    register_way("keep-data-room")
    return True
