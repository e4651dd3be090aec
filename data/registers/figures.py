"""Figures of indicators as rows give them: kept by the unit of their indicator."""

from collections.abc import Callable

from data.intake.refused import RowRefusedError, ValueRefusedError
from data.intake.rows import Row
from data.intake.values.figures import stored
from data.language import _
from data.planning.indicator_units import as_typed
from data.registers.book import Book

_SIGNS = {"percent": "%", "fen": "万元"}


def in_words(measure: str | None) -> Callable[[int], str]:
    """How a kept figure of this unit is written."""
    unit = measure or "count"
    return lambda value: as_typed(value, unit) + _SIGNS.get(unit, "")


def kept(book: Book, row: Row, field: str, measure: str | None) -> int:
    """The whole number that the database keeps for a figure of the row. Raises RowRefusedError.

    A figure that was taken for a share (0.95 for 95 %) is told of.
    """
    if measure is None:
        raise RowRefusedError("unit_of_measure", _("figures need the unit of the indicator"))
    try:
        number, is_share = stored(row.values[field], measure)
    except ValueRefusedError as error:
        raise RowRefusedError(field, str(error)) from error
    if is_share:
        words = _("read as {percent}; write 0.95% for less than one percent")
        book.told.append((field, words.format(percent=f"{number / 100:g}%")))
    return number
