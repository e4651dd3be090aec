"""What hangs on a source: the items of the catalogue that it owes, and the datasets that came from it."""

import streamlit as st

from components.catalogue.card_link import card_link
from components.figures import show
from components.inert import inert
from data.codes import label
from data.language import _
from queries.cards.source_card import SourceCard
from queries.filters import Filters

_COLOURS = {"current": "green", "due_soon": "orange", "overdue": "red", "not_collected": "gray"}


def source_owes(card: SourceCard, filters: Filters) -> None:
    """Draw both lists as links."""
    with st.container(border=True):
        st.subheader(_("Owes to the catalogue"))
        if not card.items:
            st.text(_("No item of the catalogue names this source."))
        for item in card.items:
            card_link("catalogue_item", item.catalogue_item_id, item.name, filters)
            state = label("catalogue_state", item.state)
            due = item.next_due_date
            words = _("next due {day}").format(day=due.isoformat()) if due else _("no due date ahead")
            st.markdown(f":small[:{_COLOURS[item.state]}[{state}] :gray[{words}]]")
    with st.container(border=True):
        st.subheader(_("Datasets"))
        if not card.datasets:
            st.text(_("No dataset came from this source yet."))
        for dataset in card.datasets:
            card_link("dataset", dataset.dataset_id, dataset.title, filters)
            rows = _("{rows} rows").format(rows=show(dataset.rows, "count"))
            day = _("last brought in {day}").format(day=dataset.last_loaded_date.isoformat())
            st.markdown(f":small[:gray[{inert(rows)} · {day}]]")
