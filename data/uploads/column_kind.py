"""One column of staged rows: what it holds, what must be masked, and the SQL that gives its values."""

from dataclasses import dataclass

from data.checking import conversion as checking
from data.duck import identifier, with_value
from data.uploads.chinese_number import chinese_fen, chinese_number
from data.uploads.dates import date_of, moment_of


@dataclass(frozen=True)
class ColumnKind:
    """`type` is text, whole, decimal, money, date, moment, flag or binary (a shape).

    `mask` is a name of COLUMN_MASK (data/codes.py) or None. Money is in `unit` unless its cells say
    otherwise, and its values are whole fen. `is_native`: the staged column has its type already.
    """

    name: str
    title: str
    type: str
    mask: str | None = None
    unit: str = "元"
    is_native: bool = False


def conversion(column: ColumnKind) -> str:
    """SQL over the staged rows that gives the column's values; null where a text is no such value."""
    name = identifier(column.name)
    if column.is_native:
        return f"cast({name} as varchar)" if column.type == "text" else name
    return converted(column.type, checking.words_of(name), column.unit)


def converted(type_: str, words: str, unit: str = "元") -> str:
    """SQL that turns the SQL expression `words` into a value of the type, Chinese numerals as well."""
    if type_ == "date":
        return date_of(words)
    if type_ == "moment":
        return moment_of(words)
    usual = f"try({checking.conversion(type_, words, unit)})"  # what is too large for its type is null
    rare = {"whole": chinese_number, "money": chinese_fen}.get(type_)
    if rare is None:
        return usual
    return f"try_cast(coalesce({usual}, {with_value('word', words, rare('word'))}) as bigint)"
