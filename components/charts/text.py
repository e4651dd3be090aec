"""Text in charts: drawn letter by letter, broken where the axis is too narrow."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

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


def shortened(text: object, columns: int) -> str:
    """A text of so many half-widths at most, cut with … where it is longer; "" for no text."""
    words = "" if is_missing(text) else str(text)
    while half_widths(words) > columns:
        words = words.removesuffix("…")[:-1] + "…"
    return words


def fitted(text: object, columns: int = LABEL_COLUMNS, most: int = LABEL_LINES) -> str:
    """An inert label in `most` lines of `columns` half-widths, cut with … where that is not enough.

    Words and figures stay whole where a line has room for them; half a figure would be another one. Several
    lines are about as long as each other.
    """
    pieces = list(_pieces("" if is_missing(text) else str(text), columns))
    lines = _lines(pieces, columns)
    if len(lines) > most:
        following = lines[most][0]
        lines = lines[:most]
        lines[-1] = _cut([*lines[-1], *("" if _DIGIT.search(following) else following)], columns)
    else:
        longest = max(map(half_widths, pieces), default=0)
        for narrower in range(columns - 1, longest - 1, -1):
            if len(tried := _lines(pieces, narrower)) > len(lines):
                break
            lines = tried
    return "<br>".join(inert("".join(line).strip()) for line in lines)


def _lines(pieces: Iterable[str], columns: int) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    for piece in pieces:
        if lines[-1] and half_widths("".join([*lines[-1], piece])) > columns:
            lines.append([])
        lines[-1].append(piece)
    return lines


def _pieces(text: str, columns: int) -> Iterator[str]:
    """What a line is not broken within: words, figures, and every other letter by itself."""
    for piece in _PIECE.findall(text):
        yield from [piece] if half_widths(piece) <= columns else piece


def _cut(pieces: list[str], columns: int) -> list[str]:
    while half_widths("".join(pieces)) >= columns:
        pieces.pop()
    return ["".join(pieces).rstrip(), "…"]
