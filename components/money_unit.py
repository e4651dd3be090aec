"""The unit that the reader wants money in, kept in the address: 元, 万元, 亿元, or chosen by size."""

import streamlit as st

from components.figures import MONEY_UNITS

PARAMETER = "unit"


def money_unit() -> str | None:
    """A key of MONEY_UNITS, or None where each figure chooses by its size."""
    asked = st.query_params.get(PARAMETER, "")
    return asked if asked in MONEY_UNITS else None
