"""The values that a run gives a model's parameters: from a form, or as text from the command line."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from data.language import _
from queries.audit_models.model import AuditModel, Param

FEN = 100


class ValueRefusedError(ValueError):
    """A value does not fit its parameter; the message says which and why, in the reader's language."""


def values_of(model: AuditModel, given: Mapping[str, Any]) -> dict[str, Any]:
    """A value for every parameter as it is bound: int (money in 分), Decimal (rates 0–1), date, text.

    Money is given in 元; a rate as 0.9 or "90%". Raises ValueRefusedError.
    """
    if unknown := sorted(given.keys() - model.params.keys()):
        raise ValueRefusedError(
            _("The model {code} has no parameter {name}.").format(code=model.code, name=unknown[0])
        )
    return {name: _value(param, given.get(name)) for name, param in model.params.items()}


def values_under(model: AuditModel, name: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """`given`, and below it what a run under this code or alias begins with; to be read by `values_of`.

    An alias stands for another's definition of the same question and brings that one's thresholds.
    """
    return {**model.alias_params.get(name.strip().upper(), {}), **given}


def as_given(param: Param, value: Any) -> Any:
    """A bound value as a form shows it and as `values_of` takes it: money in 元."""
    return Decimal(value) / FEN if param.type == "money" else value


def _value(param: Param, given: Any) -> Any:
    if given is None or given == "":
        return _default(param)
    try:
        value = _read(param, given)
    except (InvalidOperation, ValueError):
        raise ValueRefusedError(
            _("“{value}” does not fit “{title}”.").format(value=given, title=param.title)
        ) from None
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        _keep_bounds(param, value)
    return value


def _default(param: Param) -> Any:
    """A header has money in 元, as people give it."""
    return int(Decimal(str(param.default)) * FEN) if param.type == "money" else param.default


def _read(param: Param, given: Any) -> Any:
    if param.type == "text":
        return str(given)
    words = str(given).strip()
    if param.type == "date":
        return date.fromisoformat(words)
    if param.type == "choice":
        if words not in param.choices:
            raise ValueError(words)
        return words
    return _number(param, words.replace(",", ""))


def _number(param: Param, words: str) -> int | Decimal:
    number = Decimal(words.removesuffix("%"))
    if not number.is_finite():
        raise ValueError(words)
    if param.type == "rate" and words.endswith("%"):
        number /= 100
    if param.type == "money":
        number *= FEN
    if param.type in {"whole", "money"}:
        if number != number.to_integral_value():
            raise ValueError(words)
        return int(number)
    return number


def _keep_bounds(param: Param, value: int | Decimal) -> None:
    """Bounds are in the unit that a person gives: 元 for money."""
    told = as_given(param, value)
    if param.least is not None and told < param.least:
        raise ValueRefusedError(
            _("“{title}” is at least {bound}.").format(title=param.title, bound=param.least)
        )
    if param.most is not None and told > param.most:
        raise ValueRefusedError(
            _("“{title}” is at most {bound}.").format(title=param.title, bound=param.most)
        )
