"""The button and dialog that say which dataset fills a catalogue item, and since when it is standardised."""

import streamlit as st

from components.attempted import attempted
from components.catalogue.keeping_now import keeping_now
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import bureau_now, current_user, engine
from data.data_room.catalogue_items import ItemError, fill_item
from data.engine import reading
from data.language import _
from queries.cards.catalogue_item_card import ItemCard, ItemStanding
from queries.data_room.choices import dataset_choices


def item_fill(card: ItemCard) -> None:
    """Draw the button for data-room staff; nothing for others."""
    if not keeping_now(card.as_of):
        return
    title = _("Choose the dataset") if card.standing.dataset_id is None else _("Change the dataset")
    if st.button(title, icon=":material/link:", key="item_fill"):
        dialog(title)(_draw)(card.standing)


def _draw(item: ItemStanding) -> None:
    today = bureau_now().as_of
    with reading(engine()) as connection:
        datasets = dataset_choices(connection, current_user())
    if item.dataset_id is not None and item.dataset_id not in datasets:
        datasets[item.dataset_id] = item.dataset or str(item.dataset_id)
    st.text(f"{item.code} {item.name}")
    st.caption(
        _("Every version of the dataset, earlier ones as well, counts as an arrival on the day it came.")
    )
    with st.form("item_fill_form", border=False):
        dataset = st.selectbox(
            _("Dataset"),
            [None, *datasets],
            index=list(datasets).index(item.dataset_id) + 1 if item.dataset_id in datasets else 0,
            format_func=lambda number: datasets[number] if number else _("None"),
        )
        day = st.date_input(
            _("Standardised since (empty: not yet)"),
            item.standardised_date,
            max_value=today,
            format="YYYY-MM-DD",
        )
        is_sent = st.form_submit_button(_("Save"), type="primary", width="stretch")
    if is_sent and attempted(
        lambda: fill_item(engine(), user_now(engine()), item.catalogue_item_id, dataset, day), ItemError
    ):
        st.rerun()
