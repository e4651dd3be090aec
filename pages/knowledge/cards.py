"""知识卡片与方法指引: by sector how data are analysed, what is needed, what it rests on, what it led to."""

import streamlit as st

from components.knowledge.card_choice import card_choice
from components.knowledge.card_form import card_form
from components.knowledge.card_list import card_list
from components.knowledge.case_list import case_list
from components.knowledge.print_button import print_button
from components.session import current_user, engine
from data.access.roles import can
from data.engine import reading
from data.knowledge.writing import ACTION
from data.language import _
from queries.knowledge.sheet import sheets

st.title(_("Knowledge cards"))
with reading(engine()) as connection:
    every = sheets(connection)
chosen = card_choice(every)
with st.container(horizontal=True, vertical_alignment="center"):
    st.caption(_("{shown} of {all} cards").format(shown=len(chosen), all=len(every)))
    st.space("stretch")
    if can(current_user(), ACTION) and st.button(_("New card"), icon=":material/add:"):
        card_form()
    print_button(tuple(sheet.card.code for sheet in chosen), _("Knowledge cards"))
if not chosen:
    st.info(
        _("There is no card for this choice. Choose another sector, or write one."),
        icon=":material/menu_book:",
    )
card_list(chosen)
case_list(chosen)
