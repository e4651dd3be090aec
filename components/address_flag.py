"""A yes or no that stands in the address: a link or the Back button switches it."""

import streamlit as st

from components.address_parameter import put

_SAID = {"yes": True, "no": False}


def address_flag(
    title: str, parameter: str, *, key: str, usual: bool = False, disabled: bool = False
) -> bool:
    """Draw the switch; `usual` is what it is where the address says nothing."""
    # The address is the truth: what the widget held before is overwritten.
    st.session_state[key] = _SAID.get(st.query_params.get(parameter, ""), usual)

    def write() -> None:
        chosen = bool(st.session_state[key])
        put(parameter, "" if chosen == usual else "yes" if chosen else "no")

    return st.toggle(title, key=key, on_change=write, disabled=disabled)
