"""The state of a task as a badge: a word with its icon, and the colour that goes with it."""

from components.state_badge import state_badge

_LOOKS = {
    "cancelled": ("gray", "block"),
    "completed": ("green", "check_circle"),
    "overdue": ("red", "error"),
    "due_soon": ("orange", "schedule"),
    "in_progress": ("blue", "pending"),
    "not_started": ("gray", "radio_button_unchecked"),
}


def task_state(state: str) -> None:
    """Draw the badge of one of TASK_STATE."""
    state_badge("task_state", state, _LOOKS)
