"""Taking a dataset out of the catalogue: with a reason, after a question."""

import streamlit as st

from components.address import address
from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.navigation import CATALOGUE_PAGE
from components.session import bureau_now, engine
from data.language import _
from data.warehouse import DatasetFacts, WarehouseError, remove_dataset
from data.warehouse.cleaning import GRACE_DAYS


def dataset_removal(facts: DatasetFacts) -> None:
    """Draw the button that asks."""
    if st.button(_("Remove the dataset"), icon=":material/delete:", key="remove_dataset"):
        dialog(_("Remove the dataset"), icon=":material/delete:")(_draw)(facts)


def _draw(facts: DatasetFacts) -> None:
    st.text(f"{facts.title} · {facts.name}")
    st.markdown(
        _(
            "It leaves the catalogue at once and nobody reads it any more. It can be restored for {days}"
            " days; then its files may be deleted."
        ).format(days=GRACE_DAYS)
    )
    reason = st.text_input(_("Reason"), max_chars=400, key="removal_reason")
    if not st.button(
        _("Remove"), type="primary", key="removal", width="stretch", disabled=not reason.strip()
    ):
        return
    if attempted(lambda: remove_dataset(engine(), user_now(engine()), facts.name, reason), WarehouseError):
        st.switch_page(CATALOGUE_PAGE, query_params=address(None, bureau_now().as_of))
