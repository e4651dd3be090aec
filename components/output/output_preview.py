"""The first rows of a file that waits, for whoever decides on it and may read where they come from."""

import pandas as pd
import streamlit as st

from data.data_room.outputs import OutputError, OutputRequest, first_rows
from data.language import _

_SHOWN = 20
_ROW_HEIGHT, _HEIGHT = 32, 300


def output_preview(request: OutputRequest) -> None:
    """Draw the rows as they are in the file, with the masks of its asker, or why they cannot be shown."""
    try:
        heading, *rows = first_rows(request, _SHOWN) or [[]]
    except OutputError as error:
        st.error(str(error), icon=":material/error:")
        return
    frame = pd.DataFrame(rows, columns=[str(name) for name in heading], dtype=object)
    st.caption(_("The first rows of the file, with the masks of who asks:"))
    st.dataframe(
        frame.astype(str),
        hide_index=True,
        row_height=_ROW_HEIGHT,
        height=min(_HEIGHT, _ROW_HEIGHT * (len(frame) + 1) + 2),
    )
