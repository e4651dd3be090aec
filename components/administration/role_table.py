"""Which role may do what: roles down, actions across."""

import pandas as pd
import streamlit as st

from data.access.roles import ACTIONS, ROLES
from data.language import _


def role_table() -> None:
    """Draw the table of roles and actions as declared in data/access/roles.py."""
    frame = pd.DataFrame(
        {
            _(title): ["✓" if action in ROLES[role][1] else "" for role in ROLES]
            for action, title in ACTIONS.items()
        }
    )
    frame.insert(0, _("Role"), [_(title) for title, _actions in ROLES.values()])
    st.table(frame, hide_index=True, border="horizontal")
