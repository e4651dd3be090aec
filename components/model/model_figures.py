"""What came of a model's suspects, as figures that open to their rows."""

from dataclasses import replace

from components.kpi.tile_row import tile_row
from components.session import bureau_now
from queries.filters import Filters

_TILES = (
    "suspects",
    "suspect_verification_rate",
    "suspect_confirmation_rate",
    "suspect_whole_confirmation_rate",
)


def model_figures(code: str) -> None:
    """Draw them for the model of that code."""
    filters = replace(Filters(as_of=bureau_now().as_of), drill=(("audit_model", code),))
    tile_row(_TILES, filters)
