"""Photos, BIM models and documents of an investment project: where they are kept. The cockpit holds none."""

import streamlit as st

from components.inert import inert
from data.codes import label
from data.language import _
from data.size_words import size_words
from queries.investment.investment_card import InvestmentCard

_ICONS = {"photo": "photo_camera", "bim": "deployed_code", "document": "description"}


def investment_references(card: InvestmentCard) -> None:
    """Draw the list; nothing where there is none."""
    if not card.references:
        return
    with st.container(border=True, gap="xsmall"):
        st.subheader(_("Photos, models and documents"))
        for each in card.references:
            icon = _ICONS.get(each.kind, "description")
            st.markdown(f":material/{icon}: {inert(each.title)}")
            notes = [label("reference_kind", each.kind), each.location]
            if each.taken_date:
                notes.append(each.taken_date.isoformat())
            if each.size_bytes:
                notes.append(size_words(each.size_bytes))
            st.caption(" · ".join(inert(note) for note in notes))
