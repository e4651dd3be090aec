"""A word of warning about a file that the reader seems to have brought in already."""

import streamlit as st

from components.inert import inert
from components.session import current_user, engine
from data.engine import reading
from data.language import _
from data.local_time import in_china
from data.transfers import Transfer
from queries.datasets.brought_before import brought_before


def brought_notice(transfer: Transfer) -> None:
    """Draw it where a file of the same name and size came in before; nothing otherwise."""
    with reading(engine()) as connection:
        found = brought_before(connection, current_user().user_name, transfer.original_name, transfer.size)
    if found is None:
        return
    words = _(
        "You brought in a file of this name and size on {moment}: {dataset}, version {number}. Is it the same"
        " one?"
    ).format(moment=f"{in_china(found.loaded_at):%Y-%m-%d %H:%M}", dataset=found.dataset, number=found.number)
    st.warning(inert(words), icon=":material/content_copy:")
