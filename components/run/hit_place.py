"""Where one hit lies: its own shape, or that of the project it is about."""

from components.run.run_map import run_map
from data.language import _
from queries.audit_models.hits import SeenRun


def hit_place(seen: SeenRun, number: int) -> None:
    """Draw the map of the hit; nothing where it has no place, or the reader does not see it."""
    run_map(seen, only=number, title=_("Where it lies"))
