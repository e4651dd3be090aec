"""The versions of a card that the bureau wrote, and its withdrawal."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.attempted import attempted
from components.frame.sign_in import user_now
from components.session import engine
from data.engine import reading
from data.knowledge.card import Card
from data.knowledge.cards import versions
from data.knowledge.writing import KnowledgeCardError, write_card
from data.language import _
from data.local_time import in_china


def card_history(card: Card, *, may_write: bool) -> None:
    """Draw it, folded; a card that came with the program and was never changed has none."""
    with reading(engine()) as connection:
        found = versions(connection, card.code)
    if not found:
        return
    with st.expander(_("{number} versions").format(number=len(found))):
        st.dataframe(
            pd.DataFrame(
                [
                    {
                        "version": each.version,
                        "title": each.title,
                        "author": each.author,
                        "written": in_china(each.written_at).strftime("%Y-%m-%d %H:%M")
                        if each.written_at
                        else "",
                        "steps": len(each.steps),
                    }
                    for each in found
                ]
            ),
            hide_index=True,
            column_config={
                "version": st.column_config.NumberColumn(_("Version"), format="%d", width=70),
                "title": st.column_config.TextColumn(_("Title")),
                "author": st.column_config.TextColumn(_("Written by"), width=120),
                "written": st.column_config.TextColumn(_("Written at"), width=150),
                "steps": st.column_config.NumberColumn(_("Steps"), format="%d", width=70),
            },
        )
        if may_write and st.button(_("Withdraw the card"), icon=":material/block:", type="tertiary"):
            gone = replace(card, is_withdrawn=True)
            if attempted(
                lambda: write_card(engine(), user_now(engine()), gone, card.version), KnowledgeCardError
            ):
                st.rerun()
