"""What somebody chose of a column's values, and a table narrowed to the rows that have them.

Choices of one column widen each other, those of several columns narrow: 低保 or 特困, and paid in March.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from data.duck import identifier
from data.language import _
from queries.quick_tests import said
from queries.quick_tests.subject import Subject

LONGEST_VALUE = 200  # signs of a value that can be chosen; what is longer is text to read, not to choose
MOST_CHOICES = 60
_LONGEST_NUMBER = 38  # digits of the longest decimal number that DuckDB has
_EMPTY, _IS, _TO = "empty", "=", ".."


@dataclass(frozen=True)
class Choice:
    """One value of a column, as DuckDB writes it as text, or a range: from `low` up to less than `high`.

    An end of None is open. With neither value nor range: rows where nothing is filled in.
    """

    column: str
    value: str | None = None
    low: Decimal | date | None = None
    high: Decimal | date | None = None

    @property
    def is_range(self) -> bool:
        """Whether it is a range."""
        return self.low is not None or self.high is not None


def code_of(choice: Choice) -> str:
    """The choice as an address keeps it, without its column."""
    if choice.is_range:
        return _TO.join("" if end is None else str(end) for end in (choice.low, choice.high))
    return _EMPTY if choice.value is None else _IS + choice.value


def choice_of(column: str, code: str, table: Subject) -> Choice | None:
    """What a code of an address means for a column of the table; None for what cannot be chosen there.

    What is masked for the reader cannot be chosen: rows would tell what the mask hides.
    """
    kind = table.columns.get(column)
    if kind in {None, "other"} or column in table.masked:
        return None
    if code == _EMPTY:
        return Choice(column)
    if code.startswith(_IS):
        value = code.removeprefix(_IS)
        return Choice(column, value) if 0 < len(value) <= LONGEST_VALUE else None
    if kind not in {"number", "day"}:
        return None
    try:
        low, high = (_end(end, str(kind)) for end in code.split(_TO))
    except (ValueError, InvalidOperation):
        return None
    return Choice(column, low=low, high=high) if low is not None or high is not None else None


def _end(text: str, kind: str) -> Any:
    if not text:
        return None
    if kind == "day":
        return date.fromisoformat(text)
    number = Decimal(text)
    # Nobody's amount has more places than that, and 1E+999999 in an address would be written out in full.
    if not number.is_finite() or len(text) > _LONGEST_NUMBER or abs(number.adjusted()) > _LONGEST_NUMBER:
        raise ValueError(text)
    return number


def narrowed_to(table: Subject, choices: Iterable[Choice], *, but: str | None = None) -> Subject:
    """The table with only the rows that were chosen; `but` leaves out the choices of one column."""
    by_column: dict[str, list[str]] = {}
    values: dict[str, Any] = {}
    for place, choice in enumerate(choices):
        if choice.column != but:
            condition, bound = _condition(choice, f"chosen_{place}")
            by_column.setdefault(choice.column, []).append(condition)
            values |= bound
    if not by_column:
        return table
    return table.narrowed(" and ".join(f"({' or '.join(parts)})" for parts in by_column.values()), values)


def _condition(choice: Choice, bound: str) -> tuple[str, dict[str, Any]]:
    name = identifier(choice.column)
    if choice.is_range:
        ends = (("low", ">=", choice.low), ("high", "<", choice.high))
        given = [(f"{bound}_{end}", sign, value) for end, sign, value in ends if value is not None]
        return (
            "(" + " and ".join(f"{name} {sign} ${key}" for key, sign, __ in given) + ")",
            {key: value for key, __, value in given},
        )
    if choice.value is None:
        return f"coalesce(trim(cast({name} as varchar)), '') = ''", {}
    return f"cast({name} as varchar) = ${bound}", {bound: choice.value}


def choice_words(choice: Choice, table: Subject) -> str:
    """The choice in words, without its column: a value, (empty), 5,000 to 10,000."""
    is_fen = choice.column in table.whole and choice.column.endswith("_fen")
    if not choice.is_range:
        if choice.value is None:
            return _("(empty)")
        number = _number(choice.value) if table.columns.get(choice.column) == "number" else None
        return choice.value if number is None else str(_end_words(number, is_fen=is_fen))
    low, high = (_end_words(end, is_fen=is_fen) for end in (choice.low, choice.high))
    if low is None:
        return _("before {end}").format(end=high) if isinstance(choice.high, date) else f"< {high}"
    if high is None:
        return _("from {start}").format(start=low) if isinstance(choice.low, date) else f"≥ {low}"
    if isinstance(choice.low, date) and isinstance(choice.high, date):
        return _period(choice.low, choice.high)
    return f"{low} – {high}"


def _number(written: str) -> Decimal | None:
    """None for what is no number (an address may say anything), infinity and "not a number"."""
    try:
        number = Decimal(written)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _end_words(end: Decimal | date | None, *, is_fen: bool) -> str | None:
    if isinstance(end, Decimal):
        return said.amount(int(end)) if is_fen else said.number(end)
    return end.isoformat() if end else None


def _period(low: date, high: date) -> str:
    """Days from one up to before another; a whole year, quarter or month by its usual name."""
    months = (high.year - low.year) * 12 + high.month - low.month
    if low.day == 1 and high.day == 1:
        if months == 1:
            return f"{low:%Y-%m}"
        if months == 3 and low.month % 3 == 1:
            return _("{year} Q{quarter}").format(year=low.year, quarter=low.month // 3 + 1)
        if low.month == 1 and months % 12 == 0:
            return str(low.year) if months == 12 else f"{low.year} – {high.year - 1}"
    last = date.fromordinal(high.toordinal() - 1)
    return low.isoformat() if low == last else f"{low} – {last}"


def choices_words(choices: Sequence[Choice], table: Subject, title_of: Callable[[str], str] = str) -> str:
    """All choices in one line: scheme: 低保 / 特困; paid_date: 2026-03."""
    by_column: dict[str, list[str]] = {}
    for choice in choices:
        by_column.setdefault(choice.column, []).append(choice_words(choice, table))
    return _("; ").join(f"{title_of(column)}: {' / '.join(words)}" for column, words in by_column.items())
