"""Where a figure stands against its target."""

import math
from decimal import Decimal

# A figure that misses its target by less than a tenth can still be brought home: at risk, not yet a breach.
TOLERANCE = 0.1


def target_state(value: object, target: float | None, comparison: str = "at_least") -> str:
    """One of "meets", "at_risk", "breach", "no_data" (no value) or "neutral" (no target).

    `comparison` is "at_least", "more_than" (a figure equal to the target misses it) or "at_most". Raises
    KeyError for another.
    """
    if not isinstance(value, (int, float, Decimal)) or math.isnan(value):
        return "no_data"
    if target is None or math.isnan(target):
        return "neutral"
    number = float(value)
    is_met = {
        "at_least": number >= target,
        "more_than": number > target,
        "at_most": number <= target,
    }[comparison]
    if is_met:
        return "meets"
    return "at_risk" if abs(number - target) < abs(target) * TOLERANCE else "breach"
