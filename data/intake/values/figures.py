"""Figures of indicators and portions of days: exact, and with the unit that the cell itself names."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from data.intake.refused import ValueRefusedError
from data.intake.values.dates import day
from data.intake.values.money import UNITS
from data.intake.values.words import Cell, half_width, text
from data.language import _

_LARGEST = Decimal(10**15)
_FIGURE = re.compile(r"([+-]?(?:\d+(?:\.\d*)?|\.\d+))([%‰]|m[23]|[^\d\s]{1,6})?")
_PERCENT = "百分之"
_DAYS = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(?:个?人?(?:天|日))?")
_WEEK = re.compile(r"(\d{4})\s*(?:年?\s*第|-?W)\s*(\d{1,2})\s*周?", re.IGNORECASE)
_MOST_HALF_DAYS = 14  # of one week


@dataclass(frozen=True)
class Figure:
    """A number as written, with the unit beside it ("%", "万元", "个" …) or "" where there is none."""

    value: Decimal
    unit: str = ""

    def __str__(self) -> str:
        return f"{self.value:f}{self.unit}"


def figure(cell: Cell) -> Figure:
    """The figure of a cell: 95%, 百分之95, 0.95, 1,200万元, 3个."""
    if isinstance(cell, float):
        return _bounded(Figure(Decimal(f"{cell:.15g}")))
    words = half_width(text(cell)).replace(",", "").replace(" ", "")
    if words.startswith(_PERCENT):
        words = words.removeprefix(_PERCENT) + "%"
    match = _FIGURE.fullmatch(words)
    if match is None:
        raise ValueRefusedError(_("not a figure"))
    return _bounded(Figure(Decimal(match[1]), match[2] or ""))


def stored(read: Figure, measure: str | None) -> tuple[int, bool]:
    """(the whole number that the database keeps, whether a share was taken for a percentage).

    `measure` is that of the indicator: percent is kept in basis points, fen in 分
    (an amount without a unit is in 万元, as plans write them), everything else as it is.
    A figure of percent up to 1 without its sign is a share, as a workbook keeps 95 %: 0.95 is 95 %.
    """
    if measure == "percent":
        if read.unit == "%":
            return _whole(read.value * 100), False
        if read.unit:
            raise ValueRefusedError(_("a percentage is expected"))
        is_share = 0 < abs(read.value) <= 1
        return _whole(read.value * (10_000 if is_share else 100)), is_share
    if measure == "fen":
        if read.unit not in ("", *UNITS):
            raise ValueRefusedError(_("an amount is expected"))
        return _whole(read.value * UNITS[read.unit or "万元"] * 100), False
    if read.unit == "%" or read.unit in UNITS:
        raise ValueRefusedError(_("a number without a unit is expected"))
    return _whole(read.value), False


def half_days(cell: Cell) -> int:
    """Half days of a week: 2.5 days are 5. Refuses what is finer than half a day or more than a week."""
    words = half_width(text(cell)).replace(" ", "")
    match = _DAYS.fullmatch(words)
    doubled = Decimal(match[1]) * 2 if match else None
    if doubled is None or doubled != doubled.to_integral_value():
        raise ValueRefusedError(_("not a number of days in halves, such as 2.5"))
    if not 0 <= doubled <= _MOST_HALF_DAYS:
        raise ValueRefusedError(_("more days than a week has"))
    return int(doubled)


def week(cell: Cell) -> date:
    """The Monday of a week: of any of its days, or of a week by its number (2026-W12, 2026年第12周)."""
    match = _WEEK.fullmatch(half_width(text(cell))) if isinstance(cell, str) else None
    if match is None:
        read = day(cell)
        return read - timedelta(days=read.weekday())
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        raise ValueRefusedError(_("there is no such week")) from None


def _whole(value: Decimal) -> int:
    if value != value.to_integral_value():
        raise ValueRefusedError(_("finer than the indicator is kept"))
    return int(value)


def _bounded(read: Figure) -> Figure:
    if abs(read.value) > _LARGEST:
        raise ValueRefusedError(_("the figure is too large to be true"))
    return read
