"""Which cards are looked at: of what kind, of which sector; both in the address."""

import streamlit as st

from components.code_choice import code_choice
from data.language import _
from queries.knowledge.sheet import Sheet


def card_choice(every: dict[str, Sheet]) -> list[Sheet]:
    """Draw the choices; the cards that meet them."""
    sectors = {sheet.card.sector for sheet in every.values()}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        kind = code_choice(_("Kind"), _("All kinds"), "card_kind", "kind", key="card_kind")
        sector = code_choice(
            _("Sector"), _("All sectors"), "model_sector", "sector", key="card_sector", present=sectors
        )
    return [
        sheet
        for sheet in every.values()
        if kind in {"", sheet.card.kind} and sector in {"", sheet.card.sector}
    ]
