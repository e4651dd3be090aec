"""Figures as readers see them: 1.23 亿元 or ¥123.00 million, 80.00%, 12 天; exact at any size."""

import math
from decimal import ROUND_HALF_UP, Context, Decimal

import pandas as pd

from data.language import _, language

NO_DATA = "—"
# The money units of each language by the number of 分 in one, largest first: Chinese counts in ten thousands,
# English in thousands, and nobody reads the other's without reckoning.
_MONEY_UNITS = {
    "zh": {"yi": 10_000_000_000, "wan": 1_000_000, "yuan": 100},
    "en": {"billion": 100_000_000_000, "million": 100_000_000, "yuan": 100},
}
# Decimal's own precision of 28 digits would spoil a sum written with more; nobody owes 10^50 分.
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)


def show(value: object, format: str, unit: str | None = None) -> str:  # noqa: A002
    """The value in words of the current language; "—" for None and NaN.

    `format`: "percent" (a 0-1 rate, two decimals), "count", "days" (one decimal where there is a fraction) or
    "fen" (whole 分, shown in `unit`, one of `money_units`; chosen by size where it is None). Rounds half up.
    Raises ValueError for a format that is not in this list, and KeyError for such a unit.
    """
    if format not in {"percent", "count", "days", "fen"}:
        raise ValueError(f"{format!r} is not a format of figures")
    if is_missing(value):
        return NO_DATA
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if format == "percent":
        return f"{_rounded(number * 100, 2):,}%"
    if format == "count":
        return f"{_rounded(number, 0):,}"
    if format == "days":
        words = _("{number} day") if abs(number) == 1 else _("{number} days")
        return words.format(number=_short(number))
    unit = unit or money_unit(number)
    amount = _rounded(_EXACT.divide(number, Decimal(money_units()[unit])), 2)
    return _money_words(unit).format(number=f"{amount:,}")


def money_units() -> dict[str, int]:
    """The units that the current language counts money in, with the 分 in one, largest first."""
    return _MONEY_UNITS[language()]


def money_unit(largest: object) -> str:
    """The largest unit of the language that an amount of `largest` 分 fills, else "yuan"."""
    if is_missing(largest):
        return "yuan"
    size = abs(Decimal(str(largest)))
    return next((unit for unit, fen in money_units().items() if size >= fen), "yuan")


def unit_name(format: str, unit: str | None = None) -> str:  # noqa: A002
    """The unit as the title of an axis or a column: 亿元, ¥ million, 条; `unit` is needed for "fen" only."""
    if format == "percent":
        return "%"
    if format == "days":
        return _("days")
    if format == "count":
        return _("number")
    return _money_words(unit or "yuan").format(number="").strip()


def is_missing(value: object) -> bool:
    """Whether there is no figure: None, NaN, NaT or pandas' NA."""
    if isinstance(value, (float, Decimal)):
        return math.isnan(value)
    return value is None or value is pd.NA or value is pd.NaT


def _money_words(unit: str) -> str:
    return {
        "yi": _("¥{number} hundred million"),
        "wan": _("¥{number} ten thousand"),
        "billion": _("¥{number} billion"),
        "million": _("¥{number} million"),
        "yuan": _("¥{number}"),
    }[unit]


def _rounded(number: Decimal, digits: int) -> Decimal:
    rounded = number.quantize(Decimal(1).scaleb(-digits), context=_EXACT)
    return abs(rounded) if rounded == 0 else rounded  # no "-0.00"


def _short(number: Decimal) -> str:
    rounded = _rounded(number, 1)
    return f"{rounded.to_integral_value():,}" if rounded == rounded.to_integral_value() else f"{rounded:,}"
