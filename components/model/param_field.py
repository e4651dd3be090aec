"""The field for a parameter of a model, by its type: money in yuan, a rate in percent."""

from datetime import date
from decimal import Decimal
from typing import Any

import streamlit as st

from data.language import _
from queries.audit_models.model import Param
from queries.audit_models.values import as_given

_PERCENT = 100
_EARLIEST, _LATEST = date(1949, 10, 1), date(2100, 12, 31)


def param_field(param: Param, bound: Any, *, key: str) -> Any:
    """Draw it with the bound value in it; returns what was given, as `values_of` takes it."""
    title, given = _title(param), as_given(param, bound)
    hint = str(param.basis) if param.basis else None
    match param.type:
        case "choice":
            codes = list(param.choices)
            return st.selectbox(
                title,
                codes,
                codes.index(given),
                format_func=lambda code: str(param.choices[code]),
                key=key,
                help=hint,
            )
        case "date":
            return st.date_input(title, given, min_value=_EARLIEST, max_value=_LATEST, key=key, help=hint)
        case "text":
            return st.text_input(title, given, key=key, help=hint)
        case "whole":
            least, most = (None if bound is None else int(bound) for bound in (param.least, param.most))
            return st.number_input(title, least, most, int(given), step=1, key=key, help=hint)
    # Text, not a float: what is bound is exact.
    scale = _PERCENT if param.type == "rate" else 1
    words = st.text_input(title, _plain(Decimal(str(given)) * scale), key=key, help=hint)
    return f"{words}%" if param.type == "rate" and words.strip() else words


def _title(param: Param) -> str:
    unit = {"money": _("yuan"), "rate": "%"}.get(param.type) or (str(param.unit) if param.unit else "")
    return _("{name} ({words})").format(name=param.title, words=unit) if unit else str(param.title)


def _plain(number: Decimal) -> str:
    words = f"{number:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words
