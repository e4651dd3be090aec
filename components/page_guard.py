"""The right to a page, asked again in the page itself: the menu alone is no guard."""

import streamlit as st

from data.access.roles import ACTIONS, User, can
from data.language import _


def page_guard(user: User, action: str) -> None:
    """Go on where the user may do the action; otherwise say what is missing and end the page."""
    if can(user, action):
        return
    st.error(
        _("Your roles do not include: {action}. Ask the security administrator.").format(
            action=_(ACTIONS[action])
        ),
        title=_("You may not open this page"),
        icon=":material/lock:",
    )
    st.stop()
