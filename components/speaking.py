"""The reader's language in a dialog: what runs again alone, without the frame, has to set it by itself."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from data.language import use_language

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


def speaking(draw: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """The function of a dialog or fragment, drawn in the language of the address each time it runs."""

    @wraps(draw)
    def drawn(*args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        use_language(st.query_params.get("lang", "zh"))
        return draw(*args, **kwargs)

    return drawn
