"""Counts and years."""

import re

from data.intake.refused import ValueRefusedError
from data.intake.values.dates import FIRST_YEAR, LAST_YEAR
from data.intake.values.numerals import whole_number
from data.intake.values.words import Cell, half_width, text
from data.language import _

_LARGEST_COUNT = 1_000_000  # of rules, persons or letters in one finding: more is a slip of the column
_COUNT = re.compile(r"(\d{1,9})(?:\.0*)?(?:个|项|条|人次|次|人|名|件|份|篇|起)?")
_YEAR = re.compile(r"(\d{4})(?:\.0)?\s*(?:年度?)?")


def count(cell: Cell) -> int:
    """A whole number from 0: 3, 3次, 三项."""
    words = half_width(text(cell)).replace(",", "")
    match = _COUNT.fullmatch(words)
    value = int(match[1]) if match else whole_number(words.rstrip("个项条次人名件份篇起"))
    if value is None or value > _LARGEST_COUNT:
        raise ValueRefusedError(_("not a whole number"))
    return value


def year(cell: Cell) -> int:
    """A year of four digits: 2024, 2024年, 2024年度."""
    match = _YEAR.fullmatch(half_width(text(cell)))
    value = int(match[1]) if match else whole_number(text(cell).rstrip("年度"))
    if value is None or not FIRST_YEAR <= value <= LAST_YEAR:
        raise ValueRefusedError(_("not a year such as 2024"))
    return value
