"""Which part of a dataset's page is looked at; the choice stands in the address."""

from collections.abc import Mapping

import streamlit as st

from components.segment import segment
from data.language import _

_PARAMETER = "part"


def dataset_part(parts: Mapping[str, str]) -> str:
    """Draw the choice between parts (code → title); without a known one in the address it is the first."""
    key = "dataset_part"
    asked = st.query_params.get(_PARAMETER, "")
    # The address is the truth: a link or the Back button moves the widget.
    st.session_state[key] = asked if asked in parts else next(iter(parts))

    def write() -> None:
        st.query_params[_PARAMETER] = str(st.session_state[key])

    return str(
        st.segmented_control(
            _("Show"),
            list(parts),
            required=True,
            format_func=lambda code: segment(parts[code]),
            key=key,
            on_change=write,
            label_visibility="collapsed",
            wrap=True,
        )
    )
