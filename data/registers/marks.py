"""Marks of an assessment: kept in hundredths."""

from data.intake.change import Record
from data.intake.refused import RowRefusedError
from data.intake.rows import Row
from data.language import _
from data.registers.book import Book

_MOST = 1000  # marks; more is a slip of the pen


def set_marks(book: Book, record: Record, row: Row, column: str, field: str) -> None:
    """Give a column the marks of a field. Raises RowRefusedError for what cannot be marks."""
    read = row.values.get(field)
    if read is None:
        return
    hundredths = read.value * 100
    if read.unit not in ("", "分") or hundredths != hundredths.to_integral_value():
        raise RowRefusedError(field, _("marks are numbers with two decimals at most, such as 92.5"))
    if not 0 <= read.value <= _MOST:
        raise RowRefusedError(field, _("marks are expected to be between 0 and {most}").format(most=_MOST))
    book.set(record, row, column, int(hundredths), field, words=_in_words)


def _in_words(hundredths: int) -> str:
    return f"{hundredths / 100:g}"
