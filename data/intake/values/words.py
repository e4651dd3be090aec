"""Text of a cell: characters that cannot be seen are taken out, everything else stays as it was written."""

import re
import unicodedata
from datetime import date, datetime

from data.intake.refused import ValueRefusedError
from data.language import _

Cell = str | float | bool | date | datetime

# Control characters, marks that turn the direction of writing, and characters of no width: they hide or
# reorder what a reader sees, and PostgreSQL refuses NUL. Line feeds and tabs are text.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
_EXACT_DIGITS = 15  # a number cell of a workbook keeps no more; an identifier with more has lost its end


def text(cell: Cell) -> str:
    """The cell as text without unseen characters and without blanks around it; an empty cell gives ""."""
    if isinstance(cell, str):
        if not cell:
            return ""
        if "\r" in cell:
            cell = cell.replace("\r\n", "\n").replace("\r", "\n")
        return _UNSEEN.sub("", cell).strip()
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return cell.isoformat(" ") if isinstance(cell, datetime) else cell.isoformat()


def half_width(words: str) -> str:
    """Text with full-width letters, digits and punctuation made half-width."""
    return words if words.isascii() else unicodedata.normalize("NFKC", words)


def bounded(cell: Cell, limit: int | None) -> str:
    """Text that its column can hold. Refuses what is longer, and identifiers cut short to a number."""
    words = text(cell)
    if isinstance(cell, float) and limit is not None and abs(cell) >= 10**_EXACT_DIGITS:
        raise ValueRefusedError(
            _("a number of more than 15 digits has lost digits in the workbook; store the column as text")
        )
    if limit is not None and len(words) > limit:
        raise ValueRefusedError(
            _("longer than {limit} characters: {length}").format(limit=limit, length=len(words))
        )
    return words
