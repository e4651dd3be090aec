"""What the server draws follows the look of the browser: a page runs again when day turns into night."""

from pathlib import Path

import streamlit as st

_component = st.components.v2.component(
    "look_follows", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def look_follows() -> None:
    """Watch over the look of the page; called in every run, by the frame. Draws nothing."""
    _component(
        key="look_follows",
        data={"look": st.context.theme.type or "light"},
        height=0,
        on_look_change=_nothing,
    )


def _nothing() -> None:
    """The run that follows knows the look: the browser tells it with every run."""
