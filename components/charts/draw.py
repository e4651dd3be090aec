"""Put a chart on the page and say what was clicked."""

from typing import Any

import plotly.graph_objects as go
import streamlit as st

# No tool bar and no tips: they are English, and a chart that cannot be zoomed needs none.
CONFIG = {"displayModeBar": False, "doubleClick": False, "showTips": False, "scrollZoom": False}


def draw(figure: go.Figure, *, key: str, alt: str | None = None) -> Any:
    """Draw the figure; returns the code of a point in the run that follows its click, else None.

    A code is what the chart promises: one value, or a tuple of two for parts of bars and cells of a heat map.
    `alt` is what a screen reader says instead; by default it is the figure's title.
    """

    def remember() -> None:
        points = st.session_state[key].selection.points
        st.session_state[f"{key}_clicked"] = points[0].get("customdata") if points else None

    st.plotly_chart(
        figure,
        theme=None,  # the figure brings its look; Streamlit's would repaint it
        key=key,
        on_select=remember,
        selection_mode="points",
        config=CONFIG,
        alt=alt or figure.layout.title.text,
        width="stretch",
    )
    clicked = st.session_state.pop(f"{key}_clicked", None)
    if not clicked:
        return None
    code = clicked[0]
    # A pair of codes comes back from the browser as {"0": …, "1": …}.
    return tuple(code.values()) if isinstance(code, dict) else code
