"""The heading of a table: where it stands, and what its columns are called here."""

import re
import unicodedata
from collections.abc import Sequence

from data.language import _
from data.uploads.faults import UploadRefusedError
from data.uploads.limits import MAX_COLUMNS

_SEARCHED_ROWS = 20  # titles, units and makers stand above a heading, but not more than this
_VALUE = re.compile(r"[+-]?[\d,]*\.?\d+%?|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}.*|\d{1,2}[-/]\d{1,2}[-/]\d{4}.*")
_NAME_CHARACTERS = 60
_TITLE_CHARACTERS = 200


def propose_heading_row(rows: Sequence[Sequence[str | None]]) -> int:
    """The row of the heading, from 1; 0 where the first rows hold values only.

    It is the first row that fills most of the usual width and holds words, not numbers and dates.
    """
    filled = [sum(1 for cell in row if cell and cell.strip()) for row in rows]
    if not any(filled):
        return 0
    usual = sorted(count for count in filled if count)[sum(1 for count in filled if count) // 2]
    for at, row in enumerate(rows[:_SEARCHED_ROWS]):
        cells = [cell.strip() for cell in row if cell and cell.strip()]
        if not cells or len(cells) * 2 < usual or (len(cells) == 1 and usual > 1):
            continue
        values = sum(1 for cell in cells if _VALUE.fullmatch(cell))
        # Years and months head the columns of many tables: some numbers among words are a heading still.
        return at + 1 if values * 2 < len(cells) else 0
    return 0


def check_width(width: int) -> None:
    """Refuse a table of more columns than are read."""
    if width > MAX_COLUMNS:
        raise UploadRefusedError(
            _("The table has {width} columns; at most {limit} are read. Split it by columns.").format(
                width=width, limit=MAX_COLUMNS
            )
        )


def named(headings: Sequence[str | None]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """(names, titles, notes) of the columns under these headings.

    A name is made of letters, digits and _ alone, is unique whatever its case and does not begin with _; an
    empty heading is called by its place. Notes say which were empty or repeated.
    """
    check_width(len(headings))
    names: list[str] = []
    titles: list[str] = []
    empty: list[str] = []
    repeated: list[str] = []
    taken: set[str] = set()
    for place, heading in enumerate(headings, start=1):
        title = _title(heading or "")
        base = _name(title)
        if not base:
            base = f"列{place}"
            empty.append(base)
        name, number = base, 2
        while name.casefold() in taken:
            name, number = f"{base}_{number}", number + 1
        if name != base:
            repeated.append(name)
        taken.add(name.casefold())
        names.append(name)
        titles.append(title or name)
    return tuple(names), tuple(titles), _notes(empty, repeated)


def _notes(empty: list[str], repeated: list[str]) -> tuple[str, ...]:
    notes = []
    if empty:
        notes.append(_("Columns without a heading are called {names}.").format(names=_listed(empty)))
    if repeated:
        notes.append(
            _("Columns with the same heading are told apart: {names}.").format(names=_listed(repeated))
        )
    return tuple(notes)


def _listed(names: list[str]) -> str:
    return "、".join(names[:8]) + ("…" if len(names) > 8 else "")


def _title(heading: str) -> str:
    words = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in heading)
    return " ".join(words.split())[:_TITLE_CHARACTERS]


def _name(title: str) -> str:
    plain = unicodedata.normalize("NFKC", title)
    return re.sub(r"\W+", "_", plain).strip("_")[:_NAME_CHARACTERS].strip("_")
