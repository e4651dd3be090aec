"""One line that says what the reader may do with a dataset, and why."""

from collections.abc import Sequence

import streamlit as st

from components.inert import inert
from components.session import current_user
from data.data_room.dataset_access import Access
from data.language import _, listed
from data.warehouse import DatasetFacts
from queries.datasets.reach import Reach, is_reached


def own_reading(facts: DatasetFacts, allowed: Access, found: Sequence[Reach]) -> None:
    """Draw it."""
    user = current_user()
    why = [inert(_share_words(reach)) for reach in found if is_reached(reach, user)]
    if facts.owner == user.user_name:
        words = _("The dataset is yours: you read it without masks and decide who else does.")
    elif allowed.may_read and allowed.is_unmasked:
        words = _("You read it without masks, shared with: {why}.").format(why=listed(why))
    elif allowed.may_read:
        words = _("You read it through its masks, shared with: {why}.").format(why=listed(why))
    else:
        words = _("You keep the data room: you see the dataset in the catalogue, and no rows of it.")
    icon = "lock_open" if allowed.may_read else "lock"
    st.info(words, icon=f":material/{icon}:")


def _share_words(reach: Reach) -> str:
    if reach.share.user_name is not None:
        return _("your account")
    if reach.share.section_code is not None:
        return _("the section {name}").format(name=reach.target)
    return _("the project {name}").format(name=reach.target)
