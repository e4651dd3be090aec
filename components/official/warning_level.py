"""The level of a warning as a badge: always a word with its icon, and the colour that goes with it."""

from components.state_badge import state_badge

# What the colours of the levels mean in a chart.
MEANINGS = {"red": "breach", "amber": "at_risk", "blue": "neutral"}
# Colour and icon of the badge.
_LOOKS = {"red": ("red", "error"), "amber": ("orange", "warning"), "blue": ("blue", "info")}


def warning_level(level: str) -> None:
    """Draw the badge."""
    state_badge("warning_level", level, _LOOKS)
