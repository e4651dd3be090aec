"""Events as a table of which one row can be chosen, and the chosen one in full."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from data.language import _
from data.local_time import in_china
from queries.administration.event_log import EventEntry
from queries.administration.event_words import NOTHING, event_actor, event_title, event_words

_ROW_HEIGHT = 36
_ROWS_IN_SIGHT = 12


def event_table(events: list[EventEntry], names: Mapping[str, str]) -> None:
    """Draw a page of events, newest first, and below it what the chosen one says.

    `names` says what region and section codes are called.
    """
    frame = pd.DataFrame(
        [
            (
                event.event_id,
                in_china(event.happened_at),
                event_actor(event.actor, event.actor_name),
                event_title(event.kind),
                _summary(event, names),
            )
            for event in events
        ],
        columns=["event_id", "happened_at", "actor", "title", "words"],
    )
    choice: Any = st.dataframe(
        frame,
        # Another page of events must not inherit the chosen line.
        key=f"events_{events[0].event_id}_{len(events)}",
        hide_index=True,
        column_config={
            "event_id": st.column_config.NumberColumn(_("Number"), format="%d", width=70),
            "happened_at": st.column_config.DatetimeColumn(
                _("Time"), format="YYYY-MM-DD HH:mm:ss", width=160
            ),
            "actor": st.column_config.TextColumn(_("Who"), width=170),
            "title": st.column_config.TextColumn(_("Event"), width=140),
            "words": st.column_config.TextColumn(_("What"), width="large"),
        },
        on_select="rerun",
        selection_mode="single-row",
        row_height=_ROW_HEIGHT,
        height=_ROW_HEIGHT * (min(len(frame), _ROWS_IN_SIGHT) + 1) + 2,
    )
    if choice.selection.rows:
        _draw_in_full(events[choice.selection.rows[0]], names)


def _draw_in_full(event: EventEntry, names: Mapping[str, str]) -> None:
    rows = [
        (_("Number"), str(event.event_id)),
        (_("Event"), event_title(event.kind)),
        (_("Who"), event_actor(event.actor, event.actor_name)),
        (_("Time"), f"{in_china(event.happened_at):%Y-%m-%d %H:%M:%S}"),
        *event_words(event.detail, names),
        (_("Digest"), event.digest),
        (_("Digest before"), event.previous_digest),
    ]
    with st.container(border=True):
        for label, value in rows:
            name, content = st.columns([1, 5], gap="small")
            name.caption(label)
            content.text(value)


def _summary(event: EventEntry, names: Mapping[str, str]) -> str:
    words = [(label, value) for label, value in event_words(event.detail, names) if value != NOTHING]
    return " · ".join(f"{label} {value}" for label, value in words)
