"""What stands under every map: where its base data come from, and their approval number."""

from collections.abc import Sequence

import streamlit as st

from components.inert import inert
from components.map.tiles import tile_words
from data.boundaries import BaseMap, base_map_words
from data.language import _


def map_caption(base: BaseMap, more: Sequence[str] = ()) -> None:
    """Draw it, with the sources of what `more` is drawn; without districts it says who installs them."""
    if not base.districts:
        st.caption(_("No districts are installed: an administrator adds them with manage.py layers install."))
        ground = [tile_words()]
    else:
        ground = [base_map_words(base), tile_words()]
    if words := " · ".join(inert(each) for each in (*ground, *more) if each):
        st.caption(words)
