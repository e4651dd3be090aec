"""Removed datasets whose files are still there: restore them, or delete the files for good."""

import pandas as pd
import streamlit as st

from components.cleanup.chosen_rows import chosen_rows
from components.cleanup.delete_files import delete_files
from components.cleanup.restore_removed import restore_removed
from components.figures import NO_DATA, show
from components.session import engine
from data.engine import reading
from data.language import _
from data.local_time import in_china, today_in_china
from data.size_words import size_words
from data.warehouse import RemovedDataset, removed_datasets
from data.warehouse.cleaning import GRACE_DAYS
from queries.data_room.people import called, people


def removed_table() -> None:
    """Draw the table and what can be done with what is chosen."""
    with reading(engine()) as connection:
        found, names = removed_datasets(connection), people(connection)
    st.subheader(_("Removed, files still there"))
    if not found:
        st.info(_("No files of removed datasets wait to be deleted."), icon=":material/delete_sweep:")
        return
    st.caption(
        _("Files are kept for {days} days after the removal. {size} could be freed in all.").format(
            days=GRACE_DAYS, size=size_words(sum(entry.bytes for entry in found))
        )
    )
    places = chosen_rows(_table(found, names), [entry.dataset_id for entry in found], key="removed")
    chosen = [found[place] for place in places]
    with st.container(horizontal=True, gap="small"):
        if st.button(
            _("Restore"), icon=":material/restore_from_trash:", disabled=len(chosen) != 1, key="ask_restore"
        ):
            restore_removed(chosen[0])
        if st.button(
            _("Delete files for good"),
            icon=":material/delete_forever:",
            disabled=not chosen,
            key="ask_delete",
        ):
            delete_files(chosen)
    if not chosen:
        st.caption(_("Choose one to restore it, or several to delete their files."))


def _table(found: tuple[RemovedDataset, ...], names: dict[str, str]) -> pd.DataFrame:
    today = today_in_china()
    return pd.DataFrame(
        [
            {
                _("Dataset"): entry.title if entry.title == entry.name else f"{entry.title} ({entry.name})",
                _("Owner"): called(names, entry.owner),
                _("Removed on"): f"{in_china(entry.removed_at):%Y-%m-%d}",
                _("Reason"): entry.reason,
                _("Versions"): show(entry.versions, "count"),
                _("Size"): size_words(entry.bytes),
                _("Files kept until"): _("may be deleted") if entry.is_due(today) else f"{entry.kept_until}",
                _("Suspects on it"): show(entry.suspects, "count") if entry.suspects else NO_DATA,
            }
            for entry in found
        ]
    )
