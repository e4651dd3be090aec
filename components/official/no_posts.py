"""The state of a bureau without leading posts: says what is missing, and who brings it."""

import streamlit as st

from components.registers.register_way import register_way
from components.session import figure
from data.language import _
from queries.filters import Filters


def no_posts(as_of_filters: Filters) -> bool:
    """Whether there is no leading post that the reader may see; draws who can bring them."""
    everywhere = Filters(as_of=as_of_filters.as_of)
    if figure("posts_in_scope", everywhere).value is not None:
        return False
    st.info(
        _(
            "There are no leading posts yet. Planning staff import officials and posts, and which project "
            "audits whom; then the rules warn by themselves."
        ),
        icon=":material/badge:",
    )
    register_way()
    return True
