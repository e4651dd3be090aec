"""What is said where the reader may read no dataset: what is missing, and who can change it."""

import streamlit as st

from data.access.roles import ROLES
from data.language import _, listed


def no_readables() -> None:
    """Draw it."""
    who = listed(_(title) for title, actions in ROLES.values() if "bring-data" in actions)
    st.info(
        _(
            "There is no dataset that you may read yet. {who} bring datasets in; a dataset belongs to whoever"
            " brought it until it is shared with you, your section or a project you work on. Ask them to"
            " share it."
        ).format(who=who),
        title=_("Nothing to query yet"),
        icon=":material/database_off:",
    )
