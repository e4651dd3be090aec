"""What stands under every map: where its base data come from, and their approval number."""

import streamlit as st

from components.inert import inert
from components.map.tiles import tile_words
from data.boundaries import BaseMap, base_map_words
from data.language import _


def map_caption(base: BaseMap) -> None:
    """Draw it; without districts it says who installs them."""
    if not base.districts:
        st.caption(_("No districts are installed: an administrator adds them with manage.py layers install."))
        return
    st.caption(" · ".join(inert(words) for words in (base_map_words(base), tile_words()) if words))
