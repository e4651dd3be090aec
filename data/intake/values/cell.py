"""One cell read as its field demands."""

from collections.abc import Callable, Mapping
from typing import Any

from data.intake.field import CODE_LENGTH, NAME_LENGTH, Field
from data.intake.values import choices, dates, figures, identifiers, money, numbers
from data.intake.values.words import Cell, bounded

_READERS: dict[str, Callable[[Cell], Any]] = {
    "words": lambda cell: bounded(cell, None),
    "name": lambda cell: bounded(cell, NAME_LENGTH),
    "code": lambda cell: bounded(cell, CODE_LENGTH),
    "credit_code": identifiers.credit_code,
    "identity_number": identifiers.identity_number,
    "date": dates.day,
    "dates": dates.days,
    "month_start": dates.month_start,
    "month_end": dates.month_end,
    "deadline": dates.deadline,
    "count": numbers.count,
    "year": numbers.year,
    "figure": figures.figure,
    "half_days": figures.half_days,
    "week": figures.week,
}


def read_cell(field: Field, cell: Cell, words: Mapping[str, Any], unit: str) -> Any:
    """The value of a cell that is not empty: str(s), date(s), int (分, count, year, days), bool or Figure.

    `words` are the preset's words for flags and codes, `unit` that of money. Raises ValueRefusedError.
    """
    if field.kind == "money":
        return money.fen(cell, unit)
    if field.kind == "flag":
        return choices.flag(cell, words)
    if field.kind == "choice":
        return choices.choice(cell, words, field.codes or {})
    if field.kind == "choices":
        return choices.several(cell, words, field.codes or {})
    return _READERS[field.kind](cell)
