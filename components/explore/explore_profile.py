"""The columns of a dataset at a glance, computed when somebody opens it."""

import pandas as pd
import streamlit as st

from components.explore.explore_choice import Explored
from components.session import current_user, engine
from data.language import _, listed
from queries.datasets.profile import Profile, profile_for

_LAST = "explore_profile"


def explore_profile(explored: Explored) -> None:
    """Draw a switch, and below it one line for each column."""
    if not st.toggle(_("Show the columns"), key="explore_profile_shown"):
        return
    asked = (current_user(), explored.version.version_id, explored.version.columns, explored.access)
    last = st.session_state.get(_LAST)
    if last is None or last[0] != asked:
        with st.spinner(_("Reading the columns …")):
            last = (asked, profile_for(engine(), current_user(), explored.version, explored.access))
        st.session_state[_LAST] = last
    st.dataframe(_table(last[1]), hide_index=True, width="stretch")


def _table(found: Profile) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                _("Column"): entry.column.name,
                _("Type"): entry.column.type,
                _("Filled"): f"{entry.filled:,}",
                _("Different values"): f"{entry.distinct:,}",
                _("Smallest"): entry.least,
                _("Largest"): entry.most,
                _("Most frequent"): listed(f"{value} ({count:,})" for value, count in entry.top[:3]),
                _("Masked"): _("yes") if entry.is_masked else _("no"),
            }
            for entry in found.columns
        ]
    )
