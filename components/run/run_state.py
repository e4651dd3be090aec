"""The outcome of a run as a badge: a word, its icon and the colour that goes with it."""

from components.state_badge import state_badge

_LOOKS = {
    "running": ("blue", "hourglass_top"),
    "done": ("green", "check_circle"),
    "not_run": ("gray", "block"),
    "stopped": ("orange", "stop_circle"),
    "failed": ("red", "error"),
}


def run_state(outcome: str) -> None:
    """Draw the badge of one of RUN_OUTCOME."""
    state_badge("run_outcome", outcome, _LOOKS)
