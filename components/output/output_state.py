"""The state of a request to take rows out, as a badge: a word, its icon and the colour that goes with it."""

from components.state_badge import state_badge

_LOOKS = {
    "waiting": ("orange", "hourglass_top"),
    "granted": ("blue", "outbox"),
    "taken": ("green", "check_circle"),
    "refused": ("gray", "block"),
    "withdrawn": ("gray", "undo"),
    "lapsed": ("gray", "event_busy"),
}


def output_state(state: str) -> None:
    """Draw the badge of one of OUTPUT_STATE."""
    state_badge("output_state", state, _LOOKS)
