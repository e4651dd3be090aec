"""Stands at the address of a page that is closed to the reader, and says which right is missing."""

from collections.abc import Callable

import streamlit as st

from components.navigation import Entry
from data.access.roles import ACTIONS
from data.language import _


def closed_page(entry: Entry) -> Callable[[], None]:
    """What is drawn in place of the page: its name and the right, and nothing of the page itself."""

    def refusal() -> None:
        st.title(_(entry.title))
        st.warning(
            _("The page “{page}” needs a right that your roles do not include: {action}.").format(
                page=_(entry.title), action=_(ACTIONS[entry.action or ""])
            ),
            icon=":material/lock:",
        )

    return refusal
