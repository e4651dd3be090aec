"""A yes or no that stands in the address: a link or the Back button switches it."""

from collections.abc import Iterable

import streamlit as st

_SAID = {"yes": True, "no": False}


def address_flag(
    title: str,
    parameter: str,
    *,
    key: str,
    usual: bool = False,
    disabled: bool = False,
    forgets: Iterable[str] = (),
) -> bool:
    """Draw the switch; `usual` is what it is where the address says nothing.

    `forgets` names what else in the address means nothing once it is switched.
    """
    # The address is the truth: what the widget held before is overwritten.
    st.session_state[key] = _SAID.get(st.query_params.get(parameter, ""), usual)

    def write() -> None:
        for name in (parameter, *forgets):
            st.query_params.pop(name, None)
        if (chosen := bool(st.session_state[key])) != usual:
            st.query_params[parameter] = "yes" if chosen else "no"

    return st.toggle(title, key=key, on_change=write, disabled=disabled)
