"""The cockpit, but what the evidence page of a hit has read once it is given from then on. By bench/hit.py.

Everything else is the product: its frame, its rights, its pages.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any

import streamlit as st

from bench.hit_page import READ
from manage import main

_answers: dict[tuple[str, ...], Any] = {}


def _constant(module: str, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """`real`, but asked once for each place where one opening of a hit's page asks it."""
    counter = f"bench {module} {name}"

    def given(*words: Any, **named: Any) -> Any:
        st.session_state[counter] = place = st.session_state.get(counter, 0) + 1
        key = (module, name, st.query_params.get("run", ""), st.query_params.get("hit", ""), str(place))
        if key not in _answers:
            _answers[key] = real(*words, **named)
        return _answers[key]

    return given


for _module, _name in READ:
    _holder = import_module(_module)
    setattr(_holder, _name, _constant(_module, _name, getattr(_holder, _name)))
main()
