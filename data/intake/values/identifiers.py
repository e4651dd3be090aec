"""Identifiers with a check digit: 统一社会信用代码 (GB 32100) and 居民身份号码 (GB 11643)."""

import re
from datetime import date

from stdnum.cn import ric, uscc

from data.intake.refused import ValueRefusedError
from data.intake.values.words import Cell, bounded, half_width
from data.language import _

_IDENTITY = re.compile(r"\d{17}[\dX]")
_LONGEST = 64


def credit_code(cell: Cell) -> str:
    """A unified social credit code of 18 signs whose check digit is right."""
    words: str = uscc.compact(half_width(bounded(cell, _LONGEST))).upper()
    if not uscc.is_valid(words):
        raise ValueRefusedError(_("not a valid unified social credit code"))
    return words


def identity_number(cell: Cell) -> str:
    """An identity number of 18 signs whose date and check digit are right.

    The area code is not looked up: codes change every year, and old numbers keep theirs.
    """
    words = half_width(bounded(cell, _LONGEST)).replace(" ", "").upper()
    if not _IDENTITY.fullmatch(words) or ric.calc_check_digit(words) != words[-1]:
        raise ValueRefusedError(_("not a valid identity number"))
    birth_date(words)
    return words


def birth_date(number: str) -> date:
    """The day of birth that an identity number states."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise ValueRefusedError(_("not a valid identity number")) from None
