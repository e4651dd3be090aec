"""The legend of the map: each class with its colour, and what else is drawn."""

from collections.abc import Sequence

import streamlit as st

from components.inert import inert
from components.map.project_classes import Class


def map_legend(title: str, classes: Sequence[Class], notes: Sequence[str] = ()) -> None:
    """Draw it. The words beside a colour say the same, for those who cannot tell the colours apart."""
    st.markdown(f"**{inert(title)}**")
    lines = [
        f':color[{each.sign}]{{foreground="{each.colour}"}} :small[{inert(each.words)}]'
        for each in reversed(classes)
    ]
    st.markdown("  \n".join(lines))
    for note in notes:
        st.caption(inert(note))
