"""A table of datasets of which some rows can be chosen."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

_ROW_HEIGHT = 36
_TALLEST = 420  # px


def chosen_rows(frame: pd.DataFrame, numbers: Sequence[int], *, key: str) -> list[int]:
    """Draw it and give the places of the chosen rows; `numbers` are those of the datasets, row by row."""
    picked = st.dataframe(
        frame,
        hide_index=True,
        row_height=_ROW_HEIGHT,
        height=min(_ROW_HEIGHT * (len(frame) + 1) + 2, _TALLEST),
        selection_mode="multi-row",
        on_select="rerun",
        # Other datasets must not inherit the choice.
        key=f"{key}_{hash(tuple(numbers))}",
    )
    return [place for place in picked.selection.rows if place < len(frame)]
