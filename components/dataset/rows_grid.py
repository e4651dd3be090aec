"""Rows of a dataset in a grid: titles for headings, amounts in yuan, exact beyond what a grid can count."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st

from components.palette import palette
from components.shape_words import written_shape
from data.geo.landing import REASONS
from data.language import _
from data.warehouse import StoredColumn
from queries.workbench.result import shown

ROW_HEIGHT = 36
_IN_SIGHT = 15
_FEN = 100
_LANDING = "landing"  # why a place is not where it ought to be: see data/geo/intake/locating.py


def rows_grid(
    columns: Sequence[StoredColumn],
    rows: Sequence[Sequence[Any]],
    before: Sequence[tuple[str, Sequence[Any]]] = (),
    *,
    key: str,
    marked: Collection[str] = (),
) -> None:
    """Draw rows whose cells are those of `columns`; `before` are (title, cells) of columns in front.

    The cells of `marked` columns are coloured.
    """
    titles = [title for title, __ in before]
    frame = pd.DataFrame(
        [
            [*(cells[place] for __, cells in before), *map(cell_value, columns, row)]
            for place, row in enumerate(rows)
        ],
        columns=[*(f"_{place}" for place, __ in enumerate(titles)), *(column.name for column in columns)],
    ).convert_dtypes()
    shown_as: dict[str, Any] = {f"_{place}": title for place, title in enumerate(titles)}
    for column in columns:
        if is_amount(column, frame[column.name]):
            frame[column.name] = frame[column.name].astype("Float64")  # 15,000.00, also where all are whole
        shown_as[column.name] = grid_column(column, frame[column.name])
    style = f"background-color: {palette().at_risk}2e"
    st.dataframe(
        frame.style.map(lambda __: style, subset=[*marked]) if marked else frame,
        hide_index=True,
        column_config=shown_as,
        placeholder="—",
        row_height=ROW_HEIGHT,
        height=ROW_HEIGHT * (min(len(frame), _IN_SIGHT) + 1) + 2,
        key=key,
    )


def is_amount(column: StoredColumn, cells: pd.Series) -> bool:
    """Whether the cells are amounts, and not the text that a mask has made of them."""
    return column.kind == "money" and pd.api.types.is_numeric_dtype(cells)


def grid_column(column: StoredColumn, cells: pd.Series) -> Any:
    """The grid's column for such cells, under the column's title; its name in queries is the help."""
    if is_amount(column, cells):
        return st.column_config.NumberColumn(column_title(column), format="accounting", help=column.name)
    return st.column_config.Column(column_title(column), help=column.name)


def column_title(column: StoredColumn) -> str:
    """What stands over a column; amounts are kept in fen and shown in yuan."""
    if column.kind != "money":
        return column.title
    return _("{name} ({words})").format(name=column.title, words=_("yuan"))


def cell_value(column: StoredColumn, value: Any) -> Any:
    """A value as the grid holds it; a masked amount is text already."""
    if column.kind == "money" and isinstance(value, int):
        return shown(Decimal(value) / _FEN)
    if isinstance(value, bytes) and (shape := written_shape(value)):
        return shape
    if column.name == _LANDING and value in REASONS:
        return _(REASONS[value])
    return shown(value)
