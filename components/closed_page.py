"""Says why another page is shown than the address asked for: a reader who lacks a right is told so."""

from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.navigation import MENU, open_to
from data.language import _
from data.roles import ACTIONS, User


def closed_page(user: User, page: StreamlitPage) -> None:
    """Draw a line above `page` where the address names a page that is closed to the user."""
    asked = urlsplit(st.context.url or "").path.rstrip("/").rsplit("/", 1)[-1]
    if asked == page.url_path or asked in {entry.address for entry in open_to(user)}:
        return
    for entry in MENU:
        if entry.address == asked and entry.action is not None:
            st.warning(
                _("The page “{page}” needs a right that your roles do not include: {action}.").format(
                    page=_(entry.title), action=_(ACTIONS[entry.action])
                ),
                icon=":material/lock:",
            )
