"""Which cards are looked at: of what kind, of which sector; both in the address."""

import streamlit as st

from components.address_choice import address_choice
from data.codes import CARD_KIND, MODEL_SECTOR, label
from data.language import _
from queries.knowledge.sheet import Sheet

_ALL = "all"


def card_choice(every: dict[str, Sheet]) -> list[Sheet]:
    """Draw the choices; the cards that meet them."""
    sectors = {sheet.card.sector for sheet in every.values()}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        kind = address_choice(
            _("Kind"),
            {_ALL: _("All kinds")} | {code: label("card_kind", code) for code in CARD_KIND},
            "kind",
            key="card_kind",
            width=190,
        )
        sector = address_choice(
            _("Sector"),
            {_ALL: _("All sectors")}
            | {code: label("model_sector", code) for code in MODEL_SECTOR if code in sectors},
            "sector",
            key="card_sector",
            width=190,
        )
    return [
        sheet
        for sheet in every.values()
        if kind in {_ALL, sheet.card.kind} and sector in {_ALL, sheet.card.sector}
    ]
