"""Where the words that were asked for stand in a text, and the part of a long text that holds most of them.

Nothing here is markup: a text is given as pieces, each with whether it is one of the words.
"""

import re
from dataclasses import dataclass

from data.search.segment import plain
from queries.search.wanted import Group

_BEFORE, _SNIPPET = 24, 120
_MORE = "…"


@dataclass(frozen=True)
class Piece:
    """A part of a text; `is_hit` where it is what was asked for."""

    words: str
    is_hit: bool = False


def pieces(text: str, groups: tuple[Group, ...]) -> tuple[Piece, ...]:
    """The whole text."""
    return _cut(text, _spans(text, groups), 0, len(text))


def snippet(text: str, groups: tuple[Group, ...]) -> tuple[tuple[Piece, ...], set[int]]:
    """The part of a text that holds most of what was asked for, and which of the groups are in it."""
    spans = _spans(text, groups)
    if not spans:
        return _cut(text, [], 0, min(len(text), _SNIPPET)), set()
    first = max(spans, key=lambda span: (len(_groups_from(spans, span[0])), -span[0]))
    start = max(0, first[0] - _BEFORE) if first[0] > _BEFORE else 0
    return _cut(text, spans, start, min(len(text), start + _SNIPPET)), _groups_from(spans, first[0])


def _groups_from(spans: list[tuple[int, int, int]], start: int) -> set[int]:
    return {group for at, end, group in spans if start <= at and end <= start + _SNIPPET - _BEFORE}


def _spans(text: str, groups: tuple[Group, ...]) -> list[tuple[int, int, int]]:
    """(start, end, group) of what was asked for, in order; found as words are compared."""
    flat, places = _compared(text)
    found = [
        (places[match.start()], places[match.end() - 1] + 1, number)
        for number, group in enumerate(groups)
        for match in _pattern(group).finditer(flat)
    ]
    return sorted(found)


def _compared(text: str) -> tuple[str, list[int]]:
    """The text as it is compared, and for each of its signs the place in the text that it comes from."""
    signs = [(sign, place) for place, letter in enumerate(text) for sign in plain(letter)]
    return "".join(sign for sign, __ in signs), [place for __, place in signs]


def _pattern(group: Group) -> re.Pattern[str]:
    """What stands between words in a text, or within a code or a number, is no part of the question."""
    if document := re.fullmatch(r"(\d{4})n(\d+)", group.words[0]):
        return re.compile(rf"{document[1]}\W{{1,2}}第?{document[2]}")
    return re.compile(r"[\W_]*".join(_word(word) for word in group.words))


def _word(word: str) -> str:
    return re.escape(word) if not word.isascii() else r"[-_/.,]?".join(re.escape(sign) for sign in word)


def _cut(text: str, spans: list[tuple[int, int, int]], start: int, end: int) -> tuple[Piece, ...]:
    made: list[Piece] = [Piece(_MORE)] if start > 0 else []
    at = start
    for first, last in _joined(spans):
        if first < at or last > end:
            continue
        if first > at:
            made.append(Piece(text[at:first]))
        made.append(Piece(text[first:last], is_hit=True))
        at = last
    if at < end:
        made.append(Piece(text[at:end]))
    return (*made, Piece(_MORE)) if end < len(text) else tuple(made)


def _joined(spans: list[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Words that touch each other are one."""
    joined: list[tuple[int, int]] = []
    for first, last, __ in spans:
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined
