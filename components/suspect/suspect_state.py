"""The state of a suspect as a badge: a word with its icon, and the colour that goes with it."""

from components.state_badge import state_badge

_LOOKS = {
    "to_issue": ("orange", "outbox"),
    "issued": ("blue", "send"),
    "checking": ("blue", "pending"),
    "confirmed": ("red", "check_circle"),
    "partly_confirmed": ("orange", "rule"),
    "not_confirmed": ("gray", "cancel"),
    "in_ledger": ("green", "task_alt"),
}


def suspect_state(state: str) -> None:
    """Draw the badge of one of SUSPECT_STATE."""
    state_badge("suspect_state", state, _LOOKS)
