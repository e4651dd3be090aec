"""Hits as a grid holds them: money in yuan, rates in percent, what is masked as text."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st

from data.language import _
from queries.audit_models.hits import SeenRun
from queries.audit_models.model import ResultColumn
from queries.audit_models.said import in_words
from queries.workbench.result import shown

_FEN = 100


def hit_frame(seen: SeenRun, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """One line for each hit, with the columns of the result but for shapes, which the map shows."""
    columns = {name: column for name, column in seen.model.columns.items() if column.type != "shape"}
    return pd.DataFrame(
        [[hit_cell(column, row[name]) for name, column in columns.items()] for row in rows],
        columns=list(columns),
        dtype=object,
    ).convert_dtypes()


def hit_cell(column: ResultColumn, value: Any) -> Any:
    """A value of the result; a masked one is text, of whatever kind it was."""
    match column.type, value:
        case _, None | str():
            return in_words(column, value)
        case "money", _:
            return float(Decimal(value) / _FEN)
        case "rate" | "decimal", _:
            return float(value) * (_FEN if column.type == "rate" else 1)
        case "flag", _:
            return _("Yes") if value else _("No")
        case _:
            return shown(value)


def hit_column(column: ResultColumn, values: pd.Series) -> Any:  # type: ignore[type-arg]
    """How a grid shows a column of `hit_frame`."""
    title = str(column.title)
    if not pd.api.types.is_numeric_dtype(values):
        return st.column_config.Column(title)
    match column.type:
        case "money":
            name = _("{name} ({words})").format(name=title, words=_("yuan"))
            return st.column_config.NumberColumn(name, format="accounting")
        case "rate":
            return st.column_config.NumberColumn(title, format="%.2f%%")
        case _:  # years and other numbers that name something are read without separators
            form = "%d" if column.name.endswith(("year", "_number")) else "localized"
            return st.column_config.NumberColumn(title, format=form)
