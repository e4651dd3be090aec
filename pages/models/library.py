"""模型库: every audit model in force, whether it runs on the data at hand, and what came of it."""

import streamlit as st

from components.kpi.tile_row import tile_row
from components.model.library_cards import library_cards
from components.model.library_choice import library_choice
from components.model.library_list import library_list
from components.session import bureau_now, current_user, engine
from data.engine import reading
from data.language import _
from queries.audit_models.library import library
from queries.filters import Filters

st.title(_("Model library"))
filters = Filters(as_of=bureau_now().as_of)
TILES = ("audit_models", "model_sector_coverage", "method_systems", "suspects_new")
tile_row(TILES, filters)

with reading(engine()) as connection:
    every = library(connection, current_user())
choice = library_choice(every)
st.caption(_("{shown} of {all} models").format(shown=len(choice.models), all=len(every)))
if not choice.models:
    st.info(
        _("No model meets these conditions. Clear the search, or choose another sector or method."),
        icon=":material/search_off:",
    )
elif choice.is_list:
    library_list(choice.models)
else:
    library_cards(choice.models, is_narrowed=choice.is_narrowed)
