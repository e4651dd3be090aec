"""A row of figures, as they head a page."""

from collections.abc import Sequence

import streamlit as st

from components.kpi.kpi_tile import kpi_tile
from queries.filters import Filters


def tile_row(names: Sequence[str], filters: Filters, *, is_link: bool = True) -> None:
    """Draw a tile for each KPI, side by side; `is_link` as kpi_tile has it."""
    for place, name in zip(st.columns(len(names)), names, strict=True):
        with place:
            kpi_tile(name, filters, is_link=is_link)
