"""Secrecy undertakings as a table of which one row can be chosen: whose, how long, and how it stands."""

from datetime import date

import pandas as pd
import streamlit as st

from components.line_choice import line_choice
from data.codes import label
from data.data_room.undertakings import UndertakingFacts, state_on
from data.language import _
from queries.administration.event_words import event_actor


def undertaking_table(
    entries: list[UndertakingFacts], names: dict[str, str], day: date
) -> UndertakingFacts | None:
    """Draw the table; returns the undertaking that is chosen. `names` says what accounts are called."""
    frame = pd.DataFrame(
        [
            (
                names.get(entry.user_name, entry.user_name),
                entry.user_name,
                label("undertaking_state", state_on(entry, day)),
                entry.document,
                entry.signed_date,
                entry.valid_until,
                max((entry.ends_on - day).days, 0) if entry.holds_on(day) else None,
                entry.withdrawn_date,
                event_actor(entry.recorded_by, names.get(entry.recorded_by)),
            )
            for entry in entries
        ],
        columns=[
            "name",
            "user_name",
            "state",
            "document",
            "signed",
            "until",
            "days_left",
            "withdrawn",
            "recorded",
        ],
    )
    days = st.column_config.DateColumn
    picked = line_choice(
        frame,
        {
            "name": st.column_config.TextColumn(_("Who signed"), pinned=True),
            "user_name": st.column_config.TextColumn(_("User name")),
            "state": st.column_config.TextColumn(_("State of the undertaking")),
            "document": st.column_config.TextColumn(_("Document of the undertaking")),
            "signed": days(_("Signed on"), format="YYYY-MM-DD"),
            "until": days(_("Valid until"), format="YYYY-MM-DD"),
            "days_left": st.column_config.NumberColumn(_("Days left"), format="%d"),
            "withdrawn": days(_("Withdrawn on"), format="YYYY-MM-DD"),
            "recorded": st.column_config.TextColumn(_("Recorded by")),
        },
        entries,
        key="undertakings",
    )
    return None if picked.opened is None else entries[picked.opened]
