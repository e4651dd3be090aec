"""The little form that keeps a query under a title, for oneself or for everybody who uses data."""

import streamlit as st

from components.inert import inert
from components.session import current_user, engine
from data.data_room import saved_queries
from data.data_room.saved_queries import LONGEST_TITLE, SavedQueryError
from data.language import _


def save_query(sql: str) -> None:
    """Draw it, and keep the query when it is sent."""
    with st.form("save_query", border=False):
        title = st.text_input(_("Title"), max_chars=LONGEST_TITLE)
        is_shared = st.checkbox(
            _("Share with everybody who uses data"),
            help=_("They see the query, not your rows: each reads with their own rights and masks."),
        )
        is_sent = st.form_submit_button(_("Save"), type="primary", width="stretch")
    if not is_sent:
        return
    try:
        saved_queries.save_query(engine(), current_user(), title, sql, is_shared=is_shared)
    except SavedQueryError as error:
        st.error(str(error), icon=":material/error:")
        return
    st.toast(_("Saved: {title}").format(title=inert(title)), icon=":material/bookmark_added:")
