"""The library as cards, sector by sector."""

import streamlit as st

from components.figures import show
from components.model.model_card import model_card
from components.session import bureau_now, groups
from data.codes import MODEL_SECTOR, label
from data.language import _
from queries.audit_models.library import Shelved
from queries.filters import Filters

_COLUMNS, _NARROWEST = 3, 300  # px


def library_cards(models: tuple[Shelved, ...]) -> None:
    """Draw them; within a sector the reader's favourites come first."""
    filters = Filters(as_of=bureau_now().as_of)
    rates = {
        group.code: group.figure for group in groups("suspect_confirmation_rate", filters, "audit_model")
    }
    for sector in MODEL_SECTOR:
        own = [each for each in models if each.model.sector == sector]
        if not own:
            continue
        words = _("{models} models, {ready} of them run on the data you have").format(
            models=show(len(own), "count"), ready=show(sum(not each.missing for each in own), "count")
        )
        st.markdown(f"**{label('model_sector', sector)}**　:small[:gray[{words}]]")
        with st.grid(_COLUMNS, min_column_width=_NARROWEST, gap="small"):
            for each in sorted(own, key=lambda each: not each.is_favourite):
                model_card(each, rates.get(each.model.code))
