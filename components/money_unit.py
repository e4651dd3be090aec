"""The unit that the reader wants money in, kept in the address: 万元, ¥ million …, or chosen by size."""

import streamlit as st

from components.figures import money_units

PARAMETER = "unit"


def money_unit() -> str | None:
    """One of `money_units`; None where each figure chooses by size, or the link is in the other language."""
    asked = st.query_params.get(PARAMETER, "")
    return asked if asked in money_units() else None
