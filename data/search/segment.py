"""Chinese text cut into words: the same way for what is kept and for what is asked.

Names that the dictionary does not know fall into single characters on both sides, and are found as a run of
them; nothing is guessed from what stands beside a word, which a question does not have. The dictionary is
loaded with the first text that is cut: most commands cut none.
"""

# ruff: noqa: PLC0415
import re
import unicodedata
from functools import lru_cache
from importlib.metadata import version

# Raised whenever other words come out or other things are found: an index of another making is made anew.
_FORMAT = 4
_RUNS = re.compile(r"[0-9]+|[a-z]+|[^\W0-9a-z_]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3})")
_MARKS = frozenset(" \n\t,.;:!?()[]<>/-_%+\"'、。〔〕【】《》“”‘’—…·")
_SHORTEST_WITH_PARTS = 3
# A code or a decimal number in its parts, and the year and number of a document: 〔2026〕12号.
# It begins where a run does, else one of many letters would be tried from each of them.
_CODE = re.compile(r"(?<![0-9a-z])[0-9a-z]++(?:[-_/.][0-9a-z]++)+")
_DOCUMENT = re.compile(r"[〔\[(](\d{4})[〕\])]第?(\d+)")
_LONGEST_CODE = 40
# What has no end, such as a key, is found by its beginning: PostgreSQL refuses words beyond its measure.
_LONGEST_WORD = 60
# In every sentence, and no one looks for them.
_EMPTY = frozenset("的了和与及或在为对等其并已由将被把所以于之")


def making() -> str:
    """What an index was made by; one made by something else has to be made anew."""
    return f"rjieba {version('rjieba')}, {_FORMAT}"


def plain(text: str) -> str:
    """Text as it is compared: full-width signs as half-width ones, letters small, 1,080 as 1080."""
    return _THOUSANDS.sub("", unicodedata.normalize("NFKC", text).lower())


def words(text: str) -> list[str]:
    """The words of a text, in order: Chinese words, and runs of letters or digits; no marks, no fillers."""
    import rjieba

    pieces = rjieba.cut(plain(text), hmm=False)
    return [word for piece in pieces if piece not in _MARKS for word in _runs(piece)]


@lru_cache(maxsize=200_000)
def parts(word: str) -> tuple[str, ...]:
    """The shorter words within a long one, by which it is found too: 招待 and 费用 in 招待费用."""
    if len(word) < _SHORTEST_WITH_PARTS or not is_chinese(word):
        return ()
    import rjieba

    pieces = (
        word[first:last]
        for first in range(len(word) - 1)
        for last in range(first + 2, len(word) + 1)
        if last - first < len(word)
    )
    return tuple(piece for piece in pieces if rjieba.has_word(piece))


def codes(text: str) -> list[str]:
    """Codes in a text as one word each, from each of their parts on: 20260031 and 0031 too for WT-2026-0031.

    Their parts stand in very many texts; a whole one is found at once. The number of a document likewise.
    """
    compared = plain(text)
    found = [f"{year}n{number}" for year, number in _DOCUMENT.findall(compared)]
    for code in _CODE.findall(compared):
        run = re.split(r"[-_/.]", code)
        found += [
            "".join(run[first : first + _LONGEST_CODE])[:_LONGEST_CODE] for first in range(len(run) - 1)
        ]
    return found


def is_chinese(word: str) -> bool:
    """Whether a word of `words` is written in characters rather than in letters or digits."""
    return not (word.isascii() or word.isdecimal())


@lru_cache(maxsize=200_000)
def _runs(piece: str) -> tuple[str, ...]:
    return tuple(run[:_LONGEST_WORD] for run in _RUNS.findall(piece) if run not in _EMPTY)
