"""A table that somebody fills in, line by line: rows in, rows out."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

_ROW_HEIGHT = 36


def grid(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, Any], *, key: str) -> list[dict[str, Any]]:
    """Draw it with these rows in it; returns what stands there now. `columns` are of st.column_config.

    A column that `rows` hold booleans in is one of ticks; all others are text.
    """
    flags = {name for name in columns if rows and isinstance(rows[0].get(name), bool)}
    frame = pd.DataFrame(
        {
            name: pd.Series([row.get(name) for row in rows], dtype="bool" if name in flags else "string")
            for name in columns
        }
    )
    edited = st.data_editor(
        frame,
        column_config=dict(columns),
        num_rows="dynamic",
        hide_index=True,
        row_height=_ROW_HEIGHT,
        placeholder="",  # else an empty choice reads "None"
        key=key,
    )
    shown = edited.astype(object).where(edited.notna(), None)
    return [dict(zip(columns, row, strict=True)) for row in shown[list(columns)].to_numpy().tolist()]
