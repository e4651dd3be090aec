"""How many units had their turn in each year of the rotation, and how many of the turns were taken."""

from components.information_system.rotation_calendar import LOOKS
from components.kpi.columns_by_year import columns_by_year
from data.language import _
from queries.filters import Filters


def turns_by_year(filters: Filters) -> None:
    """Draw a column per year, the states of its turns stacked; a click on a part opens its rows."""
    columns_by_year(
        "rotation_turns",
        filters,
        year="turn_year",
        part="rotation_state",
        title=_("How many turns in each year?"),
        meanings={state: meaning for state, (meaning, __) in LOOKS.items()},
    )
