"""One choice that stands in the address: a link or the Back button moves it."""

from collections.abc import Iterable, Mapping
from typing import Literal

import streamlit as st

from components.address_parameter import put
from components.segment import segment


def address_choice(
    title: str,
    options: Mapping[str, str],
    parameter: str,
    *,
    key: str,
    usual: str | None = None,
    width: int | Literal["stretch"] = "stretch",
    forgets: Iterable[str] = (),
    look: Literal["list", "segments", "bare segments"] = "list",
) -> str:
    """Draw the choice (code → words); without a known one in the address it is `usual`, or the first.

    The code "" stands for no choice and leaves the address. `forgets` names what else in the address means
    nothing once another is chosen. Bare segments do without their title, and segments without a `width`.
    """
    asked = st.query_params.get(parameter, "")
    # The address is the truth: what the widget held before is overwritten.
    st.session_state[key] = asked if asked in options else usual or next(iter(options))

    def write() -> None:
        put(parameter, str(st.session_state[key]), forgets=forgets)

    if look == "list":
        return str(
            st.selectbox(
                title,
                list(options),
                format_func=lambda code: options[code],
                key=key,
                on_change=write,
                width=width,
            )
        )
    return str(
        st.segmented_control(
            title,
            list(options),
            required=True,
            format_func=lambda code: segment(options[code]),
            key=key,
            on_change=write,
            label_visibility="visible" if look == "segments" else "collapsed",
            wrap=True,
        )
    )
