"""The state of a request as a badge: a word with its icon, and the colour that goes with it."""

from components.state_badge import state_badge

_LOOKS = {
    "received": ("green", "check_circle"),
    "received_late": ("orange", "schedule"),
    "awaited": ("blue", "hourglass_top"),
    "overdue": ("red", "error"),
    "refused": ("red", "block"),
}


def request_state(state: str) -> None:
    """Draw the badge of one of REQUEST_STATE."""
    state_badge("request_state", state, _LOOKS)
