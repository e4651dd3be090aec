"""The buttons that give the rows in quarantine as a file to correct; every one taken is logged."""

from functools import partial

import streamlit as st

from components.made_file import made_file
from components.session import current_user, engine
from data.access.roles import can
from data.data_room.dataset_access import SECRET, Access
from data.engine import reading
from data.language import _
from data.warehouse import Version, dataset, quarantine_of
from queries.exporting.quarantine_export import ACTION, ENDINGS, quarantine_export, quarantine_file_name


def quarantine_button(name: str, version: Version, access: Access) -> None:
    """Draw a button for each kind of file; who may not have it reads why. `name` is that of the dataset."""
    if quarantine_of(version) is None:
        return
    with reading(engine()) as connection:
        facts = dataset(connection, name)
    is_secret = facts is not None and facts.classification == SECRET
    is_allowed = access.is_unmasked and can(current_user(), ACTION) and not is_secret
    reason = (
        _("The rows as they came, with lines and reasons: correct them and bring the file in again.")
        if is_allowed
        else _("Rows of a state secret do not leave as a file; correct them at their source.")
        if is_secret
        else _("Only who sees the dataset without masks and may export can take these rows.")
    )
    with st.container(horizontal=True):
        for ending in ENDINGS:
            made_file(
                _("Rows in quarantine as {kind}").format(kind=ending.upper()),
                partial(quarantine_export, engine(), current_user(), name, version.number, ending),
                quarantine_file_name(name, version.number, ending),
                words=reason,
                is_open=is_allowed,
                key=f"quarantine_{version.version_id}_{ending}",
            )
