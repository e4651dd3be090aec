"""Go from a figure to exactly the rows behind it."""

from dataclasses import replace

import streamlit as st

from components.address import address
from components.navigation import ROWS_PAGE
from components.session import bureau_now
from queries.filters import Filters


def open_rows(name: str, filters: Filters, *steps: tuple[str, object]) -> None:
    """Leave for the rows of the KPI `name`, narrowed further by `steps`: pairs of a dimension and a code."""
    drill = (*filters.drill, *((by, str(code)) for by, code in steps))
    parts = address(replace(filters, drill=drill), bureau_now().as_of, kpi=name)
    st.switch_page(ROWS_PAGE, query_params=parts)
