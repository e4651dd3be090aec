"""Rows that broke a rule and wait to be corrected, with the reasons; and their way back in."""

import streamlit as st

from components.address_choice import address_choice
from components.dataset.dataset_correction import dataset_correction
from components.dataset.quarantine_rows import quarantine_rows
from components.dataset.unread_lines_table import unread_lines_table
from components.figures import show
from components.inert import inert
from components.upload.quarantine_button import quarantine_button
from data.bringing.open_rows import Quarantine, quarantines
from data.dataset_types import ADHOC
from data.language import _
from data.local_time import in_china
from data.warehouse import WarehouseError
from data.warehouse.failures import in_clear_words
from queries.cards.dataset_card import DatasetCard


def dataset_quarantine(card: DatasetCard) -> None:
    """Draw the rows of one version's quarantine, what became of them, and the upload of corrected rows."""
    held = {str(entry.version.number): entry for entry in quarantines(card.versions)}
    if not held:
        _nothing(card)
        unread_lines_table(card)
        return
    try:
        with in_clear_words():
            left = {number: entry.open_count() for number, entry in held.items()}
    except WarehouseError as error:
        st.error(str(error), icon=":material/error:")
        return
    options = {number: _words(entry, left[number]) for number, entry in held.items()}
    chosen = address_choice(_("Rows of"), options, "quarantine", key="dataset_quarantine", width=420)
    entry = held[chosen]
    _corrections(card, entry)
    if not entry.is_standing:
        st.info(
            _("All rows of this version were replaced since: there is nothing to correct any more."),
            icon=":material/history:",
        )
    if not left[chosen]:
        st.success(
            _("Every row of this version that was refused has been taken in, corrected."),
            icon=":material/task_alt:",
        )
    elif not card.access.is_unmasked:
        st.info(
            _(
                "{rows} rows wait to be corrected. They are as they came, without masks: their owner {owner}"
                " sees them, and whoever the dataset is shared with unmasked. The report says what is wrong"
                " with them."
            ).format(rows=show(left[chosen], "count"), owner=inert(card.owner_name)),
            icon=":material/visibility_off:",
        )
    else:
        quarantine_rows(entry, left[chosen])
        quarantine_button(card.facts.name, entry.version, card.access)
    dataset_correction(card, entry, left[chosen])
    unread_lines_table(card)


def _words(entry: Quarantine, left: int) -> str:
    return _("Version {number}: {left} of {rows} refused rows wait").format(
        number=entry.version.number,
        left=show(left, "count"),
        rows=show(entry.version.refused_count, "count"),
    )


def _corrections(card: DatasetCard, entry: Quarantine) -> None:
    for version in entry.corrections:
        words = _("Version {number} took in {rows} of them, corrected by {name} on {day}.").format(
            number=version.number,
            rows=show(version.row_count - card.versions[version.number - 2].row_count, "count"),
            name=card.person(version.loaded_by),
            day=f"{in_china(version.loaded_at):%Y-%m-%d}",
        )
        st.caption(f":material/published_with_changes: {inert(words)}")


def _nothing(card: DatasetCard) -> None:
    if card.facts.dataset_type == ADHOC:
        st.info(
            _(
                "This dataset is kept as it came, so no rule refuses its rows. Only lines that could not be"
                " read as rows are left out; they are below, where there are any."
            ),
            icon=":material/inventory_2:",
        )
        return
    if not any("rules" in version.report for version in card.versions):
        st.info(
            _("Nothing is in quarantine: no version was checked by the rules of its type."),
            icon=":material/rule:",
        )
        return
    st.success(
        _("Nothing is in quarantine: every row that came kept the rules of its type."),
        icon=":material/verified:",
    )
