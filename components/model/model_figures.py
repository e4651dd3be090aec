"""What came of a model's suspects, as figures that open to their rows."""

from dataclasses import replace

import streamlit as st

from components.kpi.kpi_tile import kpi_tile
from components.session import bureau_now
from queries.filters import Filters

_TILES = (
    "suspects",
    "suspect_verification_rate",
    "suspect_confirmation_rate",
    "suspect_whole_confirmation_rate",
)


def model_figures(code: str) -> None:
    """Draw them for the model of that code."""
    filters = replace(Filters(as_of=bureau_now().as_of), drill=(("audit_model", code),))
    for place, name in zip(st.columns(len(_TILES)), _TILES, strict=True):
        with place:
            kpi_tile(name, filters)
