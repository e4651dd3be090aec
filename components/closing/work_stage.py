"""How far the work on a finding is, as a badge: a word with its icon, and the colour that goes with it."""

from components.state_badge import state_badge

_LOOKS = {
    "to_notify": ("orange", "outgoing_mail"),
    "rectifying": ("blue", "pending"),
    "submitted": ("orange", "inventory"),
    "rectified": ("blue", "check_circle"),
    "requested": ("orange", "fact_check"),
    "first_reviewed": ("orange", "fact_check"),
    "second_reviewed": ("orange", "approval"),
    "approved": ("orange", "tag"),
    "closed": ("green", "verified"),
    "transferred": ("gray", "forward_to_inbox"),
    "withdrawn": ("gray", "block"),
}


def work_stage(stage: str) -> None:
    """Draw the badge of a code of WORK_STAGE."""
    state_badge("work_stage", stage, _LOOKS)
