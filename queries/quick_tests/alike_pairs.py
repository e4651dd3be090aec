"""Pairs of names that are written alike, found without comparing every name with every other.

Names are compared within blocks: those that share one of their rarest pairs of letters. One changed letter
spoils two pairs, so that two names that differ in two letters or three still meet in a block.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from queries.quick_tests.name_form import numbers_in

_RAREST = 6  # pairs of letters that a name is found by
_LARGEST_BLOCK = 300  # more names share a common pair of letters than are worth comparing


@dataclass(frozen=True)
class Alike:
    """`pairs` of (place, place, likeness 0-100) and the places of names that were `not_compared` at all."""

    pairs: dict[tuple[int, int], int]
    not_compared: frozenset[int]


def alike_pairs(
    forms: Sequence[str],
    likeness: int,
    blocks: Iterable[Sequence[int]] | None = None,
    go_on: Callable[[], None] = lambda: None,
) -> Alike:
    """Pairs of forms whose likeness (rapidfuzz's ratio) is `likeness` or more and whose numbers are the same.

    `blocks` of places to compare among each other; without them, blocks of shared letters. A block too large
    is left out; a name that stands only in such blocks was not compared. `go_on` raises where the work shall
    end.
    """
    pairs: dict[tuple[int, int], int] = {}
    left_out: set[int] = set()
    met: set[int] = set()
    for block in _by_letters(forms) if blocks is None else blocks:
        go_on()
        if len(block) > _LARGEST_BLOCK:
            left_out.update(block)
            continue
        met.update(block)
        for one, other, score in _within(forms, block, likeness):
            pair = (one, other) if one < other else (other, one)
            if pair not in pairs and numbers_in(forms[one]) == numbers_in(forms[other]):
                pairs[pair] = score
    return Alike(pairs, frozenset(left_out - met))


def _within(forms: Sequence[str], block: Sequence[int], likeness: int) -> Iterator[tuple[int, int, int]]:
    if len(block) == 2:
        score = fuzz.ratio(forms[block[0]], forms[block[1]], score_cutoff=likeness)
        if score >= max(likeness, 1):
            yield block[0], block[1], int(score)
        return
    names = [forms[place] for place in block]
    scores = process.cdist(names, names, scorer=fuzz.ratio, score_cutoff=likeness, dtype=np.uint8)
    for row, column in np.argwhere(np.triu(scores >= max(likeness, 1), 1)).tolist():
        yield block[row], block[column], int(scores[row, column])


def _by_letters(forms: Sequence[str]) -> Iterator[list[int]]:
    letters = [frozenset(form[start : start + 2] for start in range(len(form) - 1)) for form in forms]
    frequency = Counter(pair for pairs in letters for pair in pairs)
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, pairs in enumerate(letters):
        shared = sorted((frequency[pair], pair) for pair in pairs if frequency[pair] > 1)
        for __, pair in shared[:_RAREST]:
            blocks[pair].append(place)
    return (block for block in blocks.values() if len(block) > 1)
