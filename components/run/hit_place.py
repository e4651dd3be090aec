"""Where one hit lies, for models whose picture is a map."""

import streamlit as st

from components.run.map_picture import map_picture
from data.language import _
from queries.audit_models.hits import SeenRun


def hit_place(seen: SeenRun, number: int) -> None:
    """Draw the map of the hit; nothing for other models, and for readers who see the shapes masked."""
    picture = seen.model.picture
    if picture is None or picture.kind != "map" or picture.columns["shape"] in seen.masks:
        return
    st.subheader(_("Where it lies"))
    map_picture(seen, picture.columns, only=number)
