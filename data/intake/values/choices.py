"""Cells that hold one of a closed list: yes or no, and codes by their Chinese words."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from data.intake.refused import ValueRefusedError
from data.intake.values.words import Cell, half_width, text
from data.language import _

_YES = frozenset(["是", "有", "√", "✓", "✔", "对", "y", "yes", "true", "t", "1", "已", "真"])
_NO = frozenset(["否", "无", "×", "✗", "✘", "没有", "n", "no", "false", "f", "0", "未", "不是", "假", "x"])
_SEPARATORS = re.compile(r"[、,，;；\n/]+")
_KEYS_KEPT = 4096  # a ledger repeats a few hundred words over and over


def flag(cell: Cell, words: Mapping[str, bool]) -> bool:
    """Yes or no, by `words` of the preset first and the usual marks second."""
    value = key(cell)
    if value in words:
        return words[value]
    if value in _YES:
        return True
    if value in _NO:
        return False
    raise ValueRefusedError(_("neither yes nor no"))


def choice(cell: Cell, words: Mapping[str, str], codes: Iterable[str]) -> str:
    """The code that `words` gives for the cell; one of the codes may also be written as it is."""
    value = key(cell)
    if value in words:
        return words[value]
    if code := next((code for code in codes if key(code) == value), None):
        return code
    first_words = {code: word for word, code in reversed(list(words.items()))}
    shown = [first_words[code].upper() for code in dict.fromkeys(words.values())]  # keys are in small letters
    raise ValueRefusedError(_("not one of: {words}").format(words="、".join(shown)))


def several(cell: Cell, words: Mapping[str, str], codes: Iterable[str]) -> tuple[str, ...]:
    """The codes of a cell that lists several words, each once: 预算执行、决算."""
    parts = (part.strip() for part in _SEPARATORS.split(text(cell)))
    return tuple(dict.fromkeys(choice(part, words, codes) for part in parts if part))


def key(cell: Cell) -> str:
    """A word as it is compared: half-width, without blanks, in small letters."""
    return _key(cell if isinstance(cell, str) else text(cell))


@lru_cache(maxsize=_KEYS_KEPT)
def _key(words: str) -> str:
    return "".join(half_width(text(words)).split()).rstrip("。.;,、").casefold()
