"""The state of a catalogue item as a badge: a word with its icon, and the colour that goes with it."""

from components.state_badge import state_badge

_LOOKS = {
    "current": ("green", "check_circle"),
    "due_soon": ("orange", "schedule"),
    "overdue": ("red", "error"),
    "not_collected": ("gray", "radio_button_unchecked"),
}


def item_state(state: str) -> None:
    """Draw the badge of one of CATALOGUE_STATE."""
    state_badge("catalogue_state", state, _LOOKS)
