"""Drawing a sample without replacement, each with the same chance or by weight; a seed draws it again."""

import random
from collections.abc import Mapping

# What makes a false rectification more likely, or worse: points that add up to the weight of a finding.
POINTS = {
    "is_repeat": 3.0,  # 屡审屡犯
    "is_major": 2.0,  # 重大问题
    "has_leader_instruction": 2.0,
    "was_extended": 1.0,
    "is_just_in_time": 1.0,  # accepted within the last week before its limit, or after it
    "is_large": 2.0,  # of 100 万元 or more
}
LARGE_FEN = 100_000_000
JUST_IN_TIME_DAYS = 7


def draw(weights: Mapping[int, float], size: int, seed: int) -> list[int]:
    """`size` of the keys, or all where there are fewer, in the order drawn.

    Each key draws u ** (1 / weight) with u uniform in (0, 1), and the greatest win: the chance of being next
    is that of the weight among those left (Efraimidis and Spirakis, 2006). Raises ValueError for a weight
    that is not above 0.
    """
    if any(weight <= 0 for weight in weights.values()):
        raise ValueError("a weight is not above 0")
    dice = random.Random(seed)  # noqa: S311 - a draw that can be repeated, not a secret
    luck = {key: dice.random() ** (1 / weights[key]) for key in sorted(weights)}
    return sorted(luck, key=lambda key: (-luck[key], key))[:size]
