"""Money into whole 分, in decimal arithmetic: what is finer than a 分 is refused, not rounded."""

import re
from decimal import Decimal, InvalidOperation

from data.intake.refused import ValueRefusedError
from data.intake.values.numerals import CHARACTERS, whole_number
from data.intake.values.words import Cell, half_width, text
from data.language import _

UNITS = {
    "元": 1,
    "千元": 1_000,
    "万元": 10_000,
    "万": 10_000,
    "百万元": 1_000_000,
    "千万元": 10_000_000,
    "亿元": 100_000_000,
    "亿": 100_000_000,
}
_LARGEST_FEN = 10**17  # 1,000 万亿元: beyond any budget, and well inside 64 bits with sums
_SIGNS = re.compile(r"[¥￥$,，\s_']|人民币|RMB|CNY")
_NUMBER = re.compile(
    r"([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?)(千元|百万元|千万元|万元|亿元|万|亿|元)?整?"
)
_CHINESE = re.compile(f"([{CHARACTERS}]+)(元|圆)?(?:([{CHARACTERS}])角)?(?:零?([{CHARACTERS}])分)?[整正]?")


def fen(cell: Cell, unit: str = "元") -> int:
    """Amount of a cell in 分; `unit` (a name of UNITS) holds unless the cell names its own.

    A number cell is taken with the 15 significant digits that a workbook keeps and shows. Refuses dates, text
    that is no amount, and amounts that are not whole 分.
    """
    if isinstance(cell, bool) or not isinstance(cell, str | float):
        raise ValueRefusedError(_("not an amount"))
    if isinstance(cell, float):
        return _exact(_decimal(f"{cell:.15g}") * UNITS[unit])
    words = _SIGNS.sub("", half_width(text(cell)))
    is_negative = words.startswith("(") and words.endswith(")")
    if is_negative:
        words = words[1:-1]
    if match := _NUMBER.fullmatch(words):
        yuan = _decimal(match[1]) * UNITS[match[2] or unit]
    else:
        yuan = _chinese(words)
    return _exact(-yuan if is_negative else yuan)


def _chinese(words: str) -> Decimal:
    if not (match := _CHINESE.fullmatch(words)):
        raise ValueRefusedError(_("not an amount"))
    parts = [whole_number(part) if part else 0 for part in (match[1], match[3], match[4])]
    if any(part is None for part in parts):
        raise ValueRefusedError(_("not an amount"))
    yuan, jiao, cents = (Decimal(part or 0) for part in parts)
    return yuan + jiao / 10 + cents / 100


def _decimal(words: str) -> Decimal:
    try:
        value = Decimal(words)
    except InvalidOperation:
        raise ValueRefusedError(_("not an amount")) from None
    if not value.is_finite():
        raise ValueRefusedError(_("not an amount"))
    return value


def _exact(yuan: Decimal) -> int:
    amount = yuan * 100
    if abs(amount) > _LARGEST_FEN:
        raise ValueRefusedError(_("the amount is too large to be true"))
    if amount != amount.to_integral_value():
        raise ValueRefusedError(_("finer than one fen (0.01 yuan)"))
    return int(amount)
