"""The value of a model's parameter in words: money in yuan, rates in percent, with its unit."""

from typing import Any

from queries.audit_models.model import Param
from queries.audit_models.said import said


def param_words(param: Param, value: Any) -> str:
    """Plain text of a value as it is bound."""
    if param.type == "choice":
        return str(param.choices[value]) if value in param.choices else str(value)
    words = said(value, param.type)
    return f"{words} {param.unit}" if param.unit and param.type not in {"money", "rate"} else words
