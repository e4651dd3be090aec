"""One card: method in steps, data, models, legal basis, typical findings and cases."""

import streamlit as st

from components.address import address
from components.inert import inert
from components.knowledge.card_form import card_form
from components.knowledge.card_history import card_history
from components.knowledge.card_sheet import card_models, card_sheet
from components.knowledge.case_list import case_list
from components.knowledge.print_button import print_button
from components.navigation import CARDS_PAGE
from components.session import bureau_now, current_user, engine
from data.access.roles import can
from data.codes import label
from data.engine import reading
from data.knowledge.cards import cards
from data.knowledge.writing import ACTION
from data.language import _
from queries.knowledge.sheet import sheets

with reading(engine()) as connection:
    sheet = sheets(connection).get(st.query_params.get("id", ""))
    # What the bureau writes is in Chinese: a new version begins with the Chinese words, whoever reads.
    written = cards(connection).get(st.query_params.get("id", ""))
st.page_link(
    CARDS_PAGE,
    label=_("All cards"),
    icon=":material/arrow_back:",
    query_params=address(None, bureau_now().as_of),
)
if sheet is None:
    st.title(_("Knowledge card"))
    st.info(_("There is no such card, or it was withdrawn."), icon=":material/search_off:")
    st.stop()

card, may_write = sheet.card, can(current_user(), ACTION)
st.title(inert(card.title))
with st.container(horizontal=True, vertical_alignment="center", gap="small"):
    st.badge(label("card_kind", card.kind), color="blue")
    st.badge(sheet.sector, color="gray")
    origin = _("version {number}").format(number=card.version) if card.version else _("Came with the program")
    st.caption(f"{inert(card.code)} · {origin}", width="content")
    st.space("stretch")
    if may_write and st.button(_("Write a new version"), icon=":material/edit_note:"):
        card_form(written or card)
    print_button((card.code,), card.title)
card_sheet(sheet)
if sheet.models:
    st.subheader(_("Audit models"))
    card_models(sheet)
case_list([sheet])
card_history(card, may_write=may_write)
