"""The dialog that asks before a share is taken back."""

import streamlit as st

from components.attempted import attempted
from components.dialog import dialog
from components.frame.sign_in import user_now
from components.session import engine
from data.data_room.dataset_shares import revoke_share as revoke
from data.language import _
from data.warehouse import DatasetFacts, WarehouseError
from queries.datasets.reach import Reach


def revoke_share(facts: DatasetFacts, reach: Reach) -> None:
    """Open it. The page behind it is drawn anew when the share is taken back."""
    dialog(_("Take back the share"), icon=":material/block:")(_draw)(facts, reach)


def _draw(facts: DatasetFacts, reach: Reach) -> None:
    st.text(f"{facts.title} · {reach.target}")
    st.markdown(
        _("Rows, tests and queries close at once for {n} people, unless another share reaches them.").format(
            n=sum(person.may_use for person in reach.people)
        )
    )
    if not st.button(_("Take back"), type="primary", key="revoke_share", width="stretch"):
        return
    if attempted(
        lambda: revoke(engine(), user_now(engine()), facts.name, reach.share.share_id), WarehouseError
    ):
        st.rerun()
