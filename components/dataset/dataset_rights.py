"""Whose a dataset is, who reads it and why, what is masked, and what its owner may change."""

import streamlit as st

from components.dataset.dataset_facts_form import dataset_facts_form
from components.dataset.dataset_masks import dataset_masks
from components.dataset.dataset_readers import dataset_readers
from components.dataset.dataset_removal import dataset_removal
from components.dataset.dataset_share_form import dataset_share_form
from components.dataset.own_reading import own_reading
from components.session import current_user, engine
from data.access.roles import COMMAND_LINE
from data.data_room.dataset_access import access
from data.data_room.dataset_owner import may_change
from data.engine import reading
from data.warehouse import DatasetFacts
from queries.data_room.people import people
from queries.datasets.fact_choices import fact_choices
from queries.datasets.reach import reaches


def dataset_rights(facts: DatasetFacts) -> None:
    """Draw what the reader may do with it and why; the owner and the data room see and change the rest."""
    user = current_user()
    with reading(engine()) as connection:
        allowed = access(connection, user, facts)
        found = reaches(connection, facts)
        choices = fact_choices(connection, user, facts) if may_change(user, facts) else None
        names = people(connection)
    own_reading(facts, allowed, found)
    if choices is None:
        return
    is_owner = user.user_name in {facts.owner, COMMAND_LINE.user_name}
    readers, masks = st.columns(2, gap="medium")
    with readers:
        dataset_readers(facts, found, names, is_owner=is_owner)
        if is_owner:
            dataset_share_form(facts, choices)
    with masks:
        dataset_masks(facts, names, is_owner=is_owner)
    dataset_facts_form(facts, choices, is_owner=is_owner)
    dataset_removal(facts)
