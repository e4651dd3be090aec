"""Facts dated before the freeze and recorded after it: which, when, by whom."""

import pandas as pd
import streamlit as st

from components.figures import NO_DATA
from components.session import engine
from data.engine import reading
from data.language import _
from data.local_time import in_china
from queries.data_room.people import called, people
from queries.snapshots.comparing import Comparison

_SEEN, _HEIGHT = 14, 520


def late_facts(found: Comparison) -> None:
    """Draw the list, or that there are none."""
    if not found.late:
        st.info(
            _("Nothing dated up to the frozen day was recorded after it."), icon=":material/event_available:"
        )
        return
    with reading(engine()) as connection:
        names = people(connection)
    frame = pd.DataFrame(
        {
            "code": found.codes.get(fact.finding_id, NO_DATA),
            "what": fact.what,
            "fact_date": fact.fact_date,
            "recorded_at": in_china(fact.recorded_at),
            "actor": called(names, fact.actor) if fact.actor else NO_DATA,
        }
        for fact in found.late
    )
    st.dataframe(
        frame,
        hide_index=True,
        height="content" if len(frame) <= _SEEN else _HEIGHT,
        column_config={
            "code": st.column_config.TextColumn(_("Finding number")),
            "what": st.column_config.TextColumn(_("Fact")),
            "fact_date": st.column_config.DateColumn(_("Date of the fact"), format="YYYY-MM-DD"),
            "recorded_at": st.column_config.DatetimeColumn(_("Recorded at"), format="YYYY-MM-DD HH:mm"),
            "actor": st.column_config.TextColumn(_("Recorded by")),
        },
    )
