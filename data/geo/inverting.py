"""The way back through a shift that is only given in one direction: fixed-point iteration."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Degrees = NDArray[np.float64]
Shift = Callable[[Degrees, Degrees], tuple[Degrees, Degrees]]

# Degrees before the last correction, which leaves a hundredth of it: a micrometre.
_CLOSE_ENOUGH = 1e-9
_MOST_ROUNDS = 12
_AT_ONCE = 50_000  # points that fit into the cache of a processor with all that is computed of them


def inverse(forward: Shift, x: Degrees, y: Degrees) -> tuple[Degrees, Degrees]:
    """The places that `forward` moves to (x, y).

    `forward` may move neighbours apart by a small part of their distance only: both shifts that are in use,
    GCJ-02 and BD-09, by less than one hundredth, so that three or four rounds reach the last digit.
    """
    found_x, found_y = np.empty_like(x), np.empty_like(y)
    for start in range(0, len(x), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        found_x[part], found_y[part] = _inverse(forward, x[part], y[part])
    return found_x, found_y


def _inverse(forward: Shift, x: Degrees, y: Degrees) -> tuple[Degrees, Degrees]:
    guess_x, guess_y = x, y
    for __ in range(_MOST_ROUNDS):
        reached_x, reached_y = forward(guess_x, guess_y)
        off_x, off_y = reached_x - x, reached_y - y
        guess_x, guess_y = guess_x - off_x, guess_y - off_y
        largest = np.nanmax(np.abs((off_x, off_y)), initial=0.0)
        if largest < _CLOSE_ENOUGH:
            break
    return guess_x, guess_y
