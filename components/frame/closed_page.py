"""Stands at the address of a page that is closed to the reader, and says which rights would open it."""

from collections.abc import Callable

import streamlit as st

from components.navigation import Entry
from data.access.roles import ACTIONS
from data.language import _


def closed_page(entry: Entry) -> Callable[[], None]:
    """What is drawn in place of the page: its name and the rights, and nothing of the page itself."""

    def refusal() -> None:
        st.title(_(entry.title))
        rights = [_(ACTIONS[action]) for action in entry.actions]
        said = (
            _("The page “{page}” needs a right that your roles do not include: {action}.")
            if len(rights) == 1
            else _("The page “{page}” needs one of these rights, and your roles include none: {action}.")
        )
        st.warning(
            said.format(page=_(entry.title), action=_("; ").join(rights)),
            icon=":material/lock:",
        )

    return refusal
