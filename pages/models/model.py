"""审计模型: one model, what it says, what came of it, the form that runs it, and its runs."""

import streamlit as st

from components.kpi.card_opening import card_opening, no_card
from components.kpi.drill_path import drill_path
from components.model.model_facts import model_facts
from components.model.model_figures import model_figures
from components.model.model_head import model_head
from components.model.model_notes import model_notes
from components.model.model_runs import model_runs
from components.model.model_text import model_text
from components.model.run_form import run_form
from components.model.run_progress import run_progress
from components.navigation import MODELS_PAGE
from components.session import current_user, engine
from data.engine import reading
from data.language import _
from queries.audit_models.library import shelved

opening = card_opening()
with reading(engine()) as connection:
    each = shelved(connection, current_user(), opening.code)
if each is None:
    no_card(opening, _("There is no such model in force. Open it from the model library."))

model = each.model
drill_path(opening.filters, opening.kpi, opening.steps, here=model.code, under=MODELS_PAGE)
model_head(each)
model_figures(model.code)

left, right = st.columns([3, 2], gap="medium")
with left, st.container(border=True):
    st.subheader(_("What the model does"))
    model_facts(model)
with right, st.container(border=True):
    st.subheader(_("Run it"))
    if not run_progress(model.code):
        run_form(model)

st.subheader(_("Runs"))
model_runs(model.code)
st.subheader(_("Experience"))
model_notes(model.code)
model_text(model)
