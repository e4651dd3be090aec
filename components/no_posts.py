"""The state of a bureau without leading posts: says what is missing, and who brings it."""

import streamlit as st

from components.address import address
from components.navigation import REGISTERS_PAGE
from components.session import bureau_now, current_user, figure
from data.language import _
from data.roles import can
from queries.filters import Filters


def no_posts(as_of_filters: Filters) -> bool:
    """Whether there is no leading post that the reader may see; draws who can bring them."""
    everywhere = Filters(as_of=as_of_filters.as_of)
    if figure("posts_in_scope", everywhere).value is not None:
        return False
    st.info(
        _(
            "There are no leading posts yet. The planning section imports officials and posts, and which "
            "project audits whom; then the rules warn by themselves."
        ),
        icon=":material/badge:",
    )
    if can(current_user(), "maintain-registers"):
        st.page_link(
            REGISTERS_PAGE,
            label=_("Import registers"),
            icon=":material/library_add:",
            query_params=address(None, bureau_now().as_of),
        )
    return True
