"""What else the projects of the map are narrowed to: sector, state, words. It stands in the address."""

from dataclasses import replace

import pandas as pd

from components.address_words import address_words
from components.code_choice import code_choice
from data.language import _
from queries.filters import Filters

# Parameter of the address and dimension that it drills to.
_CHOICES = {"sector": "investment_sector", "works": "investment_state"}
_WORDS = "q"
# Parameters of the address that hold what is chosen here.
PROJECT_FILTERS = (*_CHOICES, _WORDS)
_WIDE, _WIDER = 130, 200  # px: in both languages all filters stand on one line of a notebook


def project_filters(filters: Filters, *, can_search: bool) -> tuple[Filters, str]:
    """Draw the choices; returns the filters narrowed by them, and the words searched for."""
    titles = {"sector": _("Sector"), "works": _("State of the works")}
    drill = []
    for parameter, dimension in _CHOICES.items():
        title, key = titles[parameter], f"map_{parameter}"
        if chosen := code_choice(title, _("All"), dimension, parameter, key=key, width=_WIDE):
            drill.append((dimension, chosen))
    words = ""
    if can_search:
        words = address_words(_WORDS, _("Name, code, owner or contractor"), key="map_search", width=_WIDER)
    return replace(filters, drill=tuple(drill)), words


def found_projects(frame: pd.DataFrame, words: str) -> pd.DataFrame:
    """The projects whose name, code, owner or contractor holds the words."""
    if not words:
        return frame
    wanted = words.casefold()
    is_found = pd.Series(False, index=frame.index)
    for name in ("name", "code", "unit", "contractor"):
        is_found |= frame[name].astype("string").str.casefold().str.contains(wanted, regex=False, na=False)
    return frame[is_found]
