"""The cards, sector by sector; one opens by its title."""

import streamlit as st

from components.address import address
from components.figures import show
from components.inert import inert
from components.navigation import CARD_PAGE
from components.session import bureau_now
from data.codes import MODEL_SECTOR, label
from data.language import _
from queries.knowledge.sheet import Sheet

_COLUMNS, _NARROWEST = 2, 340  # px


def card_list(sheets: list[Sheet]) -> None:
    """Draw them in the order of the sectors."""
    places = list(MODEL_SECTOR)
    with st.grid(_COLUMNS, min_column_width=_NARROWEST, gap="small"):
        for sheet in sorted(sheets, key=lambda sheet: (places.index(sheet.card.sector), sheet.card.code)):
            _card(sheet)


def _card(sheet: Sheet) -> None:
    card = sheet.card
    with st.container(border=True, height="stretch", gap=None):
        st.page_link(
            CARD_PAGE,
            label=f"**{inert(card.title)}**",
            icon=":material/menu_book:" if card.kind == "method" else ":material/lightbulb:",
            query_params=address(None, bureau_now().as_of, id=card.code),
            width="stretch",
        )
        told = [
            sheet.sector,
            label("card_kind", card.kind),
            _("{number} steps").format(number=show(len(card.steps), "count")),
            _("{number} models").format(number=show(len(sheet.models), "count")),
        ]
        if sheet.cases:
            told.append(_("{number} cases").format(number=show(len(sheet.cases), "count")))
        if card.version:
            told.append(_("version {number}").format(number=card.version))
        lines = (inert(card.purpose), f":gray[{inert(' · '.join(told))}]")
        st.markdown("  \n".join(f":small[{line}]" for line in lines))
