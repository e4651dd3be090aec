"""Whose undertaking ends soon or has ended: people to ask for a new signature before they are stopped."""

import streamlit as st

from components.inert import inert
from data.data_room.undertakings import WARNED_DAYS
from data.language import _, listed


def pressing_undertakings(expiring: list[str], ended: list[str]) -> None:
    """Draw the warning. Both are what people are called: of valid ones that end soon, and of who has none."""
    if expiring:
        st.warning(
            inert(_("{people}: ask for a new signature.").format(people=listed(expiring))),
            title=_("Undertakings that end within {days} days").format(days=WARNED_DAYS),
            icon=":material/schedule:",
        )
    if ended:
        st.info(
            inert(
                _("{people}: they bring in and take no data until a new one is recorded.").format(
                    people=listed(ended)
                )
            ),
            title=_("No valid undertaking any more"),
            icon=":material/event_busy:",
        )
