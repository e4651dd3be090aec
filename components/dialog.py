"""A dialog in the reader's language: Streamlit runs it again alone, without the frame that sets it."""

from collections.abc import Callable
from typing import Any, ParamSpec

import streamlit as st

from components.speaking import speaking

_Given = ParamSpec("_Given")


def dialog(title: str, **look: Any) -> Callable[[Callable[_Given, None]], Callable[_Given, None]]:
    """Like st.dialog: `dialog(title)(draw)(what it draws)` opens it; `look` is st.dialog's own."""
    return lambda draw: st.dialog(title, **look)(speaking(draw))
