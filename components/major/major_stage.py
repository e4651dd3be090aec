"""How far a problem of the list is, as a badge."""

from components.state_badge import state_badge

_LOOKS = {
    "candidate": ("gray", "playlist_add"),
    "tracking": ("blue", "visibility"),
    "requested": ("orange", "fact_check"),
    "reviewed": ("orange", "approval"),
    "closed": ("green", "verified"),
    "removed": ("gray", "playlist_remove"),
}


def major_stage(stage: str) -> None:
    """Draw the badge of a code of MAJOR_STAGE."""
    state_badge("major_stage", stage, _LOOKS)
