"""One step back leads back: a page that a clicked row, bar or cell opened leaves one entry in the history.

See docs/adr/0026-one-step-back.md.
"""

from pathlib import Path

import streamlit as st

_component = st.components.v2.component(
    "one_step_back", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def one_step_back() -> None:
    """Watch over the browser's history; called in every run, by the frame. Draws nothing."""
    _component(height=0)
