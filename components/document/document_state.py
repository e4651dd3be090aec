"""The state of a document as a badge."""

from components.state_badge import state_badge

_LOOKS = {
    "finished": ("green", "check_circle"),
    "overdue": ("red", "error"),
    "due_soon": ("orange", "schedule"),
    "in_hand": ("blue", "pending"),
    "to_assign": ("gray", "inbox"),
}


def document_state(state: str) -> None:
    """Draw the badge."""
    state_badge("document_state", state, _LOOKS)
