"""What data-room staff may do with a source: record an arrival or a failure, connect or disconnect it."""

import streamlit as st

from components.attempted import attempted
from components.catalogue.keeping_now import keeping_now
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, engine
from data.data_room.sources import (
    LONGEST_MESSAGE,
    NewArrival,
    SourceError,
    connect_source,
    record_arrival,
)
from data.language import _
from queries.cards.source_card import SourceCard, SourceStanding


def source_buttons(card: SourceCard) -> None:
    """Draw the buttons; nothing for others."""
    if not keeping_now(card.as_of):
        return
    with st.container(horizontal=True, gap="small"):
        if st.button(_("Record an arrival"), icon=":material/download:", key="source_arrival"):
            dialog(_("Record an arrival"))(_arrival)(card.standing, is_failed=False)
        if st.button(_("Record a failure"), icon=":material/error:", key="source_failure"):
            dialog(_("Record a failure"))(_arrival)(card.standing, is_failed=True)
        if st.button(_("Connection"), icon=":material/hub:", key="source_connection"):
            dialog(_("Connection"))(_connection)(card.standing)


def _arrival(standing: SourceStanding, *, is_failed: bool) -> None:
    today = bureau_now().as_of
    st.text(f"{standing.code} {standing.name}")
    with st.form("source_arrival_form", border=False):
        day = st.date_input(_("Date of the fact"), today, max_value=today, format="YYYY-MM-DD")
        rows = None
        if not is_failed:
            rows = st.number_input(_("Number of rows"), 0, value=None, format="%d")
        words = _("What failed") if is_failed else _("Note (optional)")
        message = st.text_area(words, max_chars=LONGEST_MESSAGE, height=80)
        is_sent = st.form_submit_button(_("Record"), type="primary", width="stretch")
    arrival = NewArrival(day, is_failed, None if rows is None else int(rows), message)
    if is_sent and attempted(
        lambda: record_arrival(engine(), user_now(engine()), standing.data_source_id, arrival), SourceError
    ):
        st.rerun()


def _connection(standing: SourceStanding) -> None:
    today = bureau_now().as_of
    st.text(f"{standing.code} {standing.name}")
    st.caption(_("Figures of earlier days follow the dates set here."))
    with st.form("source_connection_form", border=False):
        connected = st.date_input(
            _("Connected on (empty: never)"), standing.connected_date, max_value=today, format="YYYY-MM-DD"
        )
        disconnected = st.date_input(
            _("Disconnected on (empty: still connected)"),
            standing.disconnected_date,
            max_value=today,
            format="YYYY-MM-DD",
        )
        is_sent = st.form_submit_button(_("Save"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: connect_source(
            engine(), user_now(engine()), standing.data_source_id, connected, disconnected
        ),
        SourceError,
    ):
        st.rerun()
