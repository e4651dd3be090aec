"""Where a figure stands against its target, with the sign and word that go with the colour."""

from components.figures import is_missing
from data.language import _

# A figure that misses its target by less than a tenth can still be brought home: at risk, not yet a breach.
TOLERANCE = 0.1

SIGNS = {"meets": "✓", "at_risk": "!", "breach": "✕", "no_data": "", "neutral": ""}


def target_state(value: object, target: float | None, better: str = "higher") -> str:
    """One of "meets", "at_risk", "breach", "no_data" (no value) or "neutral" (no target).

    `better` is "higher" (the target is a floor) or "lower" (a ceiling).
    """
    if is_missing(value):
        return "no_data"
    if is_missing(target) or target is None:
        return "neutral"
    number = float(value)  # type: ignore[arg-type]
    if number == target:
        return "meets"
    if (number > target) == (better == "higher"):
        return "meets"
    return "at_risk" if abs(number - target) < abs(target) * TOLERANCE else "breach"


def state_word(state: str) -> str:
    """The word for a state of `target_state`."""
    return {
        "meets": _("on target"),
        "at_risk": _("at risk"),
        "breach": _("off target"),
        "no_data": _("no data"),
        "neutral": "",
    }[state]
