"""Who used a dataset, and what happened to it: for its owner and for who keeps the data room."""

import pandas as pd
import streamlit as st

from components.administration.event_table import event_table
from components.dataset.rows_grid import ROW_HEIGHT
from components.session import engine
from data.codes import label
from data.engine import reading
from data.language import _
from queries.administration.binding_choices import binding_choices
from queries.administration.event_words import person_names
from queries.cards.dataset_card import DatasetCard
from queries.data_room.people import people
from queries.datasets.dataset_events import MOST, dataset_events

_IN_SIGHT = 8


def dataset_history(card: DatasetCard) -> None:
    """Draw the persons who used it by days of use, and its events, of which one can be opened."""
    heading = _("Who used it")
    st.markdown(f"**{heading}**")
    usage = card.usage
    if usage is None:
        st.caption(_("Nobody has looked at it, tested or queried it yet."))
    else:
        st.caption(
            _("Last: {day}, {name}, {kind}").format(
                day=usage.last_day, name=usage.last_name, kind=label("dataset_use", usage.last_kind)
            )
        )
        st.dataframe(
            pd.DataFrame(usage.by_person, columns=["name", "days"]),
            hide_index=True,
            width=480,
            column_config={
                "name": st.column_config.TextColumn(_("Who")),
                "days": st.column_config.ProgressColumn(
                    _("Days of use"), format="localized", min_value=0, max_value=usage.by_person[0][1]
                ),
            },
            row_height=ROW_HEIGHT,
            height=ROW_HEIGHT * (min(len(usage.by_person), _IN_SIGHT) + 1) + 2,
        )
    heading = _("What happened to it")
    st.markdown(f"**{heading}**")
    with reading(engine()) as connection:
        events = dataset_events(connection, card.facts)
        known = person_names(people(connection))
    if not events:
        st.caption(_("The event log names it nowhere."))
        return
    places = binding_choices(engine())
    event_table(events, {**places.regions, **places.sections, **known})
    if len(events) == MOST:
        st.caption(_("The last {count} events; the event log has all.").format(count=f"{MOST:,}"))
