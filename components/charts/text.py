"""Text in charts: drawn letter by letter, broken where the axis is too narrow."""

import html
import re
import unicodedata
from collections.abc import Iterator

from components.figures import is_missing

LABEL_COLUMNS = 22  # eleven Chinese characters: most unit names on one line, the longest on two
LABEL_LINES = 2
_PIECE = re.compile(r"[!-~]+|.", re.DOTALL)
_DIGIT = re.compile(r"\d")


def inert(text: object) -> str:
    """Text whose tags and entities Plotly shows instead of obeying them; "" for no text."""
    return "" if is_missing(text) else html.escape(str(text), quote=False)


def half_widths(text: str) -> int:
    """How wide a text is drawn, in widths of a digit: a Chinese character counts two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def fitted(text: object, columns: int = LABEL_COLUMNS, most: int = LABEL_LINES) -> str:
    """An inert label in `most` lines of `columns` half-widths, cut with … where that is not enough.

    Words and figures stay whole where a line has room for them; half a figure would be another one.
    """
    lines: list[list[str]] = [[]]
    for piece in _pieces("" if is_missing(text) else str(text), columns):
        if half_widths("".join([*lines[-1], piece])) > columns:
            if len(lines) == most:
                lines[-1] = _cut([*lines[-1], *("" if _DIGIT.search(piece) else piece)], columns)
                break
            lines.append([])
        lines[-1].append(piece)
    return "<br>".join(inert("".join(line).strip()) for line in lines)


def _pieces(text: str, columns: int) -> Iterator[str]:
    """What a line is not broken within: words, figures, and every other letter by itself."""
    for piece in _PIECE.findall(text):
        yield from [piece] if half_widths(piece) <= columns else piece


def _cut(pieces: list[str], columns: int) -> list[str]:
    while half_widths("".join(pieces)) >= columns:
        pieces.pop()
    return ["".join(pieces).rstrip(), "…"]
