"""A sheet that goes out and comes back: what ties a line to what was sent, and how its cells are found again.

Each line carries a check value: the number of its thing, the revision it was sent out at, and a signature
over these and over what else is said of it, which nobody makes without the secret of this installation.
"""

import hmac
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from data.access.cookie_key import key_for
from data.intake.reading.sheet import Sheet
from data.intake.values.words import Cell, text
from data.language import _, language, use_language

_CHECK = re.compile(r"(\d{1,17})-(\d{1,9})-([0-9a-f]{16})")
_HEADINGS_WITHIN = 20  # rows


@dataclass(frozen=True)
class Sent:
    """What a check value says was sent out: the thing of a number, at a revision."""

    number: int
    revision: int
    signature: str


class Line(Protocol):
    """A line that was read back, and what becomes of it."""

    @property
    def fate(self) -> str:
        """ "enter", "same" (entered before), "blank", or "fault" (with `reason`)."""

    @property
    def reason(self) -> str:
        """Why it is left out; "" where it is not."""


_Line = TypeVar("_Line", bound=Line)


@dataclass(frozen=True)
class CheckedSheet(Generic[_Line]):
    """One sheet as it would be entered now."""

    file_name: str
    sha256: str
    lines: tuple[_Line, ...]

    def of(self, fate: str) -> tuple[_Line, ...]:
        """The lines of one fate."""
        return tuple(line for line in self.lines if line.fate == fate)


def signed(format_: str, number: int, revision: int, *told: str) -> str:
    """The signature that ties a line to its thing, to what is told of it and to this installation."""
    words = json.dumps([number, revision, *told])
    return hmac.digest(key_for(format_), words.encode(), "sha256").hex()[:16]


def check_value(format_: str, number: int, revision: int, *told: str) -> str:
    """The check value of a line."""
    return f"{number}-{revision}-{signed(format_, number, revision, *told)}"


def sent(value: str) -> Sent | None:
    """What a check value says; None where the text is none."""
    found = _CHECK.fullmatch(value.strip())
    return Sent(int(found[1]), int(found[2]), found[3]) if found else None


def spellings(message: str) -> frozenset[str]:
    """The words of a message in every language: a sheet comes back in the one it was made in."""
    spoken = language()
    try:
        use_language("zh")
        return frozenset((message, _(message)))
    finally:
        use_language(spoken)


def headings(
    sheet: Sheet, columns: Mapping[str, str], needed: Sequence[str]
) -> tuple[int, dict[str, int]] | None:
    """(row of the headings, place by column) where one of the first rows has what is needed; else None.

    `columns` are message ids by name.
    """
    known = {words: name for name, heading in columns.items() for words in spellings(heading)}
    for number, row in enumerate(sheet.rows[:_HEADINGS_WITHIN]):
        places = {
            known[words]: place for place, cell in enumerate(row) if (words := cell_text(cell)) in known
        }
        if all(name in places for name in needed):
            return number, places
    return None


def cell_text(cell: Cell) -> str:
    """The text of a cell without what surrounds it; "" for an empty one."""
    return "" if cell is None else text(cell).strip() if isinstance(cell, str) else str(cell)
