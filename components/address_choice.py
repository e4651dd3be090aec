"""One choice that stands in the address: a link or the Back button moves it."""

from collections.abc import Iterable, Mapping
from typing import Literal

import streamlit as st


def address_choice(
    title: str,
    options: Mapping[str, str],
    parameter: str,
    *,
    key: str,
    usual: str | None = None,
    width: int | Literal["stretch"] = "stretch",
    forgets: Iterable[str] = (),
) -> str:
    """Draw the choice (code → words); without a known one in the address it is `usual`, or the first.

    `forgets` names what else in the address means nothing once another is chosen.
    """
    asked = st.query_params.get(parameter, "")
    # The address is the truth: what the widget held before is overwritten.
    st.session_state[key] = asked if asked in options else usual or next(iter(options))

    def write() -> None:
        st.query_params[parameter] = str(st.session_state[key])
        for name in forgets:
            st.query_params.pop(name, None)

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
