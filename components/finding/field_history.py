"""Which imports changed which fields of a finding: a table of old and new values."""

import pandas as pd
import streamlit as st

from components.ledger_import.field_words import field_words
from data.language import _
from data.ledger.fields import field_label
from queries.cards.finding_card import FindingCard


def field_history(card: FindingCard) -> None:
    """Draw the table, newest change first, in an expander; nothing where no import changed anything."""
    lines = [
        {
            _("Day"): moment.fact_date,
            _("Field"): field_label(change.field),
            _("Before"): field_words(change.field, change.old),
            _("After"): field_words(change.field, change.new),
            _("By"): moment.person,
            _("Source"): moment.words,
        }
        for moment in reversed(card.history)
        for change in moment.changes
    ]
    if not lines:
        return
    with st.expander(_("Field history ({number})").format(number=len(lines)), icon=":material/edit_note:"):
        st.dataframe(
            pd.DataFrame(lines),
            hide_index=True,
            column_config={_("Day"): st.column_config.DateColumn(format="YYYY-MM-DD")},
        )
