"""The picture of a quick test, drawn with the charts of the house."""

import streamlit as st

from components.charts import bars, columns, draw
from queries.quick_tests.outcome import Picture


def quick_test_picture(picture: Picture, *, key: str) -> None:
    """Draw it; a picture without a row says that there is nothing to draw."""
    if picture.kind == "bars":
        figure = bars(
            picture.frame,
            label="label",
            value="value",
            code="code",
            format=picture.format,
            title=picture.title,
            meaning="meaning",
        )
    else:
        figure = columns(
            picture.frame,
            label="label",
            value="value",
            code="code",
            meaning="meaning",
            format=picture.format,
            title=picture.title,
            expected="expected" if "expected" in picture.frame else None,
        )
    with st.container(border=True):
        draw(figure, key=key)
