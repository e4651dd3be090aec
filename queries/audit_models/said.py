"""A suspect in one sentence: the model's summary with the values of the row and of the parameters in it.

What stands in [ ] with a value in it is left out where one of its values is empty: a line shares no hectares.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from data.language import _, language, listed
from queries.audit_models.model import AuditModel, ResultColumn

_NOTHING = "—"
_FEN = Decimal(100)
_CENT = Decimal("0.01")
_PART = re.compile(r"\[([^][]*\{[^][]*)\]")
_PLACE = re.compile(r"\{(\w+)\}")


def summary_of(model: AuditModel, row: Mapping[str, Any], params: Mapping[str, Any]) -> str:
    """The sentence in the current language. Money is in 元 with its unit, a rate in percent."""
    kinds = {name: param.type for name, param in model.params.items()}
    kinds |= {name: column.type for name, column in model.columns.items()}
    values = {**params, **row}
    values |= {name: in_words(column, values.get(name)) for name, column in model.columns.items()}
    told = {name: said(values.get(name), kind) for name, kind in kinds.items()}
    empty = {name for name in kinds if values.get(name) is None}

    def kept(part: re.Match[str]) -> str:
        return "" if empty.intersection(_PLACE.findall(part[1])) else part[1]

    return _PART.sub(kept, str(model.summary)).format(**told)


def in_words(column: ResultColumn, value: Any) -> Any:
    """A value that the SQL wrote itself in the words of the header, also several with 、 between.

    Every other value as it is.
    """
    if not isinstance(value, str) or not column.words:
        return value
    parts = value.split("、")
    if not all(part in column.words for part in parts):
        return value
    return listed(str(column.words[part]) for part in parts)


def said(value: Any, kind: str) -> str:
    """One value of a model (`kind` of VALUE_TYPES) as a sentence says it."""
    match kind, value:
        case _, None | "":
            words = _NOTHING
        case _, str():  # what is masked is text, of whatever kind it was
            words = value
        case _, bool():
            words = _("Yes") if value else _("No")
        case "money", _:
            yuan = f"{(Decimal(value) / _FEN).quantize(_CENT, ROUND_HALF_UP):,}"
            words = f"{yuan}元" if language() == "zh" else f"¥{yuan}"
        case "rate", _:
            words = f"{(Decimal(str(value)) * 100).quantize(_CENT, ROUND_HALF_UP):,}%"
        case _, datetime():
            words = value.strftime("%Y-%m-%d %H:%M")
        case _, date():
            words = value.isoformat()
        case _, Decimal() | float():
            words = f"{Decimal(str(value)).normalize():f}"
        case _:
            words = str(value)
    return words
