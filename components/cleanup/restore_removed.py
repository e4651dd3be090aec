"""The dialog that brings a removed dataset back into the catalogue."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import engine
from data.language import _
from data.warehouse import RemovedDataset, WarehouseError, restore_dataset


def restore_removed(removed: RemovedDataset) -> None:
    """Open it. The page behind it is drawn anew when the dataset is back."""
    dialog(_("Restore the dataset"), icon=":material/restore_from_trash:")(_draw)(removed)


def _draw(removed: RemovedDataset) -> None:
    st.text(f"{removed.title} · {removed.name}")
    st.markdown(_("It comes back as it was, with its versions, its shares and its masks."))
    name = st.text_input(
        _("Name in queries"),
        removed.name,
        max_chars=63,
        key="restore_name",
        help=_("Another one where a dataset has taken the name meanwhile."),
    )
    if not st.button(_("Restore"), type="primary", key="restore", width="stretch"):
        return
    if attempted(
        lambda: restore_dataset(engine(), user_now(engine()), removed.dataset_id, name), WarehouseError
    ):
        st.rerun()
