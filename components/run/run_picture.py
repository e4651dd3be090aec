"""The picture that the model asks for; hits by group where it asks for none, or its columns are masked."""

import streamlit as st

from components.charts import draw
from components.run.bars_picture import bars_picture
from components.run.benford_picture import benford_picture
from components.run.distribution_picture import distribution_picture
from components.run.network_picture import network_picture
from components.run.run_map import run_map
from components.run.sankey_picture import sankey_picture
from components.run.timeline_picture import timeline_picture
from data.language import _
from queries.audit_models.hits import SeenRun

_DRAWN = {
    "distribution": distribution_picture,
    "bars": bars_picture,
    "timeline": timeline_picture,
    "network": network_picture,
    "benford": benford_picture,
    "sankey": sankey_picture,
}
_MEASURED = ("value", "start", "end", "shape", "other")  # what has to be a number, a day or a shape


def run_picture(seen: SeenRun) -> None:
    """Draw it."""
    picture = seen.model.picture
    masks = seen.masks
    if picture and not any(picture.columns.get(part) in masks for part in _MEASURED):
        if picture.kind == "map":
            run_map(seen)
            return
        figure = _DRAWN[picture.kind](seen, picture.columns)
    elif seen.model.group:
        figure = bars_picture(seen, {"label": seen.model.group})
    else:
        st.caption(_("This model has no picture."))
        return
    draw(figure, key=f"picture_{seen.facts.run_id}")
