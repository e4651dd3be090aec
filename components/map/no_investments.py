"""The state of a map without investment projects: says what is missing, who brings it, and how."""

import streamlit as st

from components.session import bureau_now, current_user, figure
from data.language import _
from data.ledger.binding import is_bound
from queries.filters import Filters


def no_investments() -> bool:
    """Whether there is no investment project that the reader may see; draws who can bring them."""
    if figure("investments", Filters(as_of=bureau_now().as_of)).rows:
        return False
    words = (
        _("Of the investment projects none is among those you may see: you see those of your own place.")
        if is_bound(current_user())
        else _(
            "There are no investment projects yet. Planning staff import the list of projects with their "
            "places: a workbook with coordinates, GeoJSON, a zipped Shapefile or a GeoPackage."
        )
    )
    st.info(words, icon=":material/map:")
    return True
