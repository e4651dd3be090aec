"""A table of queries of which one can be chosen."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

_ROW_HEIGHT = 36
_ROWS_IN_SIGHT = 10


def query_table(frame: pd.DataFrame, columns: Mapping[str, Any], *, key: str) -> int | None:
    """Draw it and give the place of the chosen row; None where none is chosen."""
    choice: Any = st.dataframe(
        frame,
        key=key,
        hide_index=True,
        placeholder="—",
        column_config=dict(columns),
        on_select="rerun",
        selection_mode="single-row",
        row_height=_ROW_HEIGHT,
        height=_ROW_HEIGHT * (min(len(frame), _ROWS_IN_SIGHT) + 1) + 2,
    )
    return choice.selection.rows[0] if choice.selection.rows else None
